using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>Writes one value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="json">Where it is written.</param>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonWriter<in T>(JsonOutput json, T value);
