using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>Stands for the value of an answer whose body isn't read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NoValue;
