namespace ApiGen.CompilerServices;

/// <summary>A position in a JSON text.</summary>
public ref struct JsonCursor
{
}
