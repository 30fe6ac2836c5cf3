using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>A parameter of an endpoint. Written by generated code, in the order of the signature.</summary>
/// <param name="Name">The name on the wire, decoded.</param>
/// <param name="Argument">The name of the C# argument.</param>
/// <param name="Place">Where a request carries it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterDescriptor(string Name, string Argument, ParameterPlace Place);
