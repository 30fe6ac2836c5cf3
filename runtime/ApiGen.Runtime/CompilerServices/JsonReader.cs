using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>Reads one value where the cursor stands, and leaves the cursor behind it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="json">The cursor.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonReader<T>(ref JsonCursor json);
