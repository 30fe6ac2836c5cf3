namespace ApiGen.Generator.Model;

/// <summary>
/// A property of an object; <paramref name="Property"/> is a valid C# identifier, and <paramref name="Format"/> says
/// how dates are written if not as usual.
/// </summary>
internal sealed record FieldModel(
    string Name, string Property, TypeReference Type, string? Summary, string? Format = null)
{
    /// <summary>Why it is out of use, or null.</summary>
    public string? Deprecated { get; init; }
}
