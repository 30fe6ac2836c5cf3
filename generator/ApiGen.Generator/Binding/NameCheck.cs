using System.Globalization;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Checks names where a spec gives them, and reports those that can't become C#.</summary>
internal static class NameCheck
{
    /// <summary>Whether a name can be that of a class or a constant as it stands.</summary>
    public static bool IsTypeName(YamlScalar name, DiagnosticBag diagnostics)
    {
        if (CSharpNames.IsTypeName(name.Value)) return true;
        Report(name, "a capital letter, then letters and digits", diagnostics);
        return false;
    }

    /// <summary>Whether a name on the wire can be turned into one of C#.</summary>
    public static bool IsNameable(YamlScalar name, DiagnosticBag diagnostics)
    {
        if (CSharpNames.IsNameable(name.Value)) return true;
        Report(name, "printable ASCII with a letter or a digit in it", diagnostics);
        return false;
    }

    /// <summary>Reports a name that is none by this rule, or by its length.</summary>
    public static void Report(YamlScalar name, string rule, DiagnosticBag diagnostics)
    {
        string expected = name.Value.Length > CSharpNames.Longest
            ? string.Format(CultureInfo.InvariantCulture, "{0} characters long at most", CSharpNames.Longest)
            : rule;
        diagnostics.Report(DiagnosticDescriptors.InvalidName, name.Span, name.Value, expected);
    }
}
