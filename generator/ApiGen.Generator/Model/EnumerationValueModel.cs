namespace ApiGen.Generator.Model;

/// <summary>A value as it is sent; <paramref name="Property"/> is a valid C# identifier.</summary>
internal sealed record EnumerationValueModel(string Value, string Property, string? Summary);
