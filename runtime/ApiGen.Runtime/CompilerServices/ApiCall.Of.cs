using System.ComponentModel;
using System.Globalization;

namespace ApiGen.CompilerServices;

/// <summary>The arguments of one call whose answer is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type that the answer's body is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiCall<T> : ApiCall
{
    internal ApiCall(EndpointDescriptor<T> endpoint)
        : base(endpoint) => Read = endpoint.Read;

    /// <summary>Reads the body of a successful answer.</summary>
    internal JsonReader<T> Read { get; }

    /// <summary>Adds a text.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ApiCall<T> Require(int index, string value)
    {
        AppendRequired(index, value);
        return this;
    }

    /// <summary>Adds a text, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, string? value)
    {
        if (value is not null) Append(index, value);
        return this;
    }

    /// <summary>Adds true or false, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, bool? value)
    {
        if (value is { } flag) Append(index, flag ? "true" : "false");
        return this;
    }

    /// <summary>Adds a whole number, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    public ApiCall<T> Add(int index, long? value)
    {
        if (value is { } number) Append(index, number);
        return this;
    }

    /// <summary>Adds a number in the shortest form that reads back as the same, or nothing.</summary>
    /// <param name="index">The parameter's place in the descriptor.</param>
    /// <param name="value">Its value, or null to leave it out.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number or infinite.</exception>
    public ApiCall<T> Add(int index, double? value)
    {
        if (value is not { } number) return this;
        if (!double.IsFinite(number))
            throw new ArgumentException("The number must be finite.", Endpoint.Parameters[index].Argument);
        Append(index, number.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
