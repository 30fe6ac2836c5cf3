using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>An enumeration in the shape that the generator emits.</summary>
internal readonly record struct OracleKind(string Value) : IEnumerationValue;
