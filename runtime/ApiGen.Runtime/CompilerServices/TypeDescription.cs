using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>What a spec says of an object that calls send.</summary>
/// <param name="Name">Its name in the spec.</param>
/// <param name="Fields">Its fields, in the order of the spec.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TypeDescription(string Name, FieldDescription[] Fields);
