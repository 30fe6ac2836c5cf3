using System.Linq;

namespace ApiGen.Generator.Emit;

/// <summary>Writes an object initialiser of what differs from the defaults; an empty text is no difference.</summary>
internal static class Initializer
{
    public static string Of(params string[] properties)
    {
        string given = string.Join(", ", properties.Where(property => property.Length > 0));
        return given.Length == 0 ? "" : $" {{ {given} }}";
    }
}
