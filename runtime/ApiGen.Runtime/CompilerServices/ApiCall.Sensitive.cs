using System.Diagnostics;
using ApiGen.OAuth;

namespace ApiGen.CompilerServices;

/// <summary>Keeps sensitive arguments out of what is told of the call.</summary>
public abstract partial class ApiCall
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private List<string>? _sensitive;

    /// <summary>Puts an ellipsis in place of sensitive arguments.</summary>
    internal string Redact(string text) => _sensitive is null ? text : Secrets.RedactValues(text, _sensitive);

    private protected void AddSensitive<TValue>(int index, TValue value) =>
        (_sensitive ??= []).Add(ParameterText.Of(value, Endpoint.Parameters[index]));
}
