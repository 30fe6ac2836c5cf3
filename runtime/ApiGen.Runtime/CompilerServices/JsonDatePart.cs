namespace ApiGen.CompilerServices;

/// <summary>A part of a date's format: what it means, or the byte that stands there.</summary>
internal readonly record struct JsonDatePart(JsonDateField Field, byte Literal = 0);
