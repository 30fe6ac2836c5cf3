using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>An endpoint whose answer is a <typeparamref name="T"/>. Written by generated code.</summary>
/// <typeparam name="T">The type that the answer's body is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointDescriptor<T> : EndpointDescriptor
{
    /// <summary>Reads the value from the JSON of a successful answer; null if that isn't JSON.</summary>
    public JsonReader<T>? Read { get; init; }

    /// <summary>
    /// Begins a call; arguments are added to it in the order of <see cref="EndpointDescriptor.Parameters"/>.
    /// </summary>
    public ApiCall<T> Call() => new(this);
}
