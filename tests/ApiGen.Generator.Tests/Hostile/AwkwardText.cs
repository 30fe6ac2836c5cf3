namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Texts that are hard on whoever puts them into code, into comments or into YAML.</summary>
internal static class AwkwardText
{
    /// <summary>A word that no generated code has, unless a spec wrote code.</summary>
    public const string Marker = "Injected";

    /// <summary>Texts for wherever words of a person may stand.</summary>
    public static readonly string[] Texts =
    [
        "A sentence.", "Don't.", "x", "0", "-1", "1e400", ".5", "0x1F", "0o17", "true", "null", "~", "yes", "No", ".nan",
        "\"", "\"\"\"", "\"\"\"\"\"\"", "'", "\\", "\\\"", "\\u0022", "`", "{", "}", "{}", "{0}", "{{", "$\"{x}\"", "@\"",
        $"\"; class {Marker} {{}} //", $"\"\"\"u8; class {Marker} {{}} //", $"*/ class {Marker} {{}} /*", $"// {Marker}",
        $"\n}}}} class {Marker} {{}} ", $"\r\nclass {Marker} {{}}", $"\u2028class {Marker} {{}}", $"\u2029#error {Marker}",
        $"\u0085class {Marker} {{}}", $"\vclass {Marker} {{}}", $"\f#define {Marker}", $"\n#pragma {Marker}\n",
        $"</summary>{Marker}<summary>", $"<see cref=\"{Marker}\"/>", "<![CDATA[", "]]>", "<!--", "-->", "&lt;", "&#10;", "&",
        "<", ">", $"\"/><{Marker} a=\"", "\u202Eabc", "\u2066x\u2069", "\u200B", "\uFEFF", "\u00AD", "\uFFFE", "\uFFFF",
        "\uE000", "\U0001F600", "\u0000", "\u0007", "\u001B[31m", "\u007F", "é", "e\u0301", "имя", "ａ", "日本語",
        "\t", " ", "  two  ", "\n", "a\nb", "a\n\n  b", "#", "a #b", "a: b", "- a", "? a", "&a", "*a", "!t", "%", "@", "|",
        ">", "[", "]", ",", "---", "...", "<<", "=", "%s%n", "../../x", "C:\\x", "http://x", "javascript:x",
        "a;b#c", "$(Configuration)", "%00", "%2e%2e", new string('x', 300), new string('"', 40), new string('[', 100),
    ];

    /// <summary>Names as a service may write them, among them what C# or generated code uses itself.</summary>
    public static readonly string[] Names =
    [
        "id", "name", "user_id", "userId", "screen_name", "a", "b", "A", "_", "1", "1a", "a1", "ID", "URL", "url", "URLPath",
        "class", "event", "__arglist", "__makeref", "value", "var", "record", "await", "async", "file", "required", "field",
        "nameof", "global", "this", "base", "null", "true", "default", "void", "string", "dynamic", "partial", "init",
        "connection", "_connection", "cancellation_token", "cancellationToken", "json", "read", "Read", "shape", "example",
        "endpoint", "call", "options", "get_type", "GetType", "to_string", "equals", "get_hash_code", "finalize", "Finalize",
        "memberwise_clone", "reference_equals", "clone", "<Clone>$", "equality_contract", "print_members", "deconstruct",
        "system", "System", "api", "budgets", "Budgets", "client", "oauth_token", "oauth-token", "Bird", "bird", "birds",
        "Birds", "birds_flock", "birds_client", "item", "Item", "op_Equality", "get_id", "set_id", "get_Id", "length",
        "a b", "a.b", "a[b]", "a\"b", "a'b", "a\\b", "a}b{", "a*/b", "a//b", "a%b", "a+b", "a&b=c", "$a", "@a", "#a", "-a",
        "a,b", "<a>", "~a", "a!", "имя", "а", "é", "", " ", "-", new string('a', 100), new string('b', 1000),
        $"x; class {Marker} {{}}", $"x = 0) {{ }} void {Marker}(int y",
    ];

    /// <summary>Names in PascalCase, among them those of classes that generated code uses.</summary>
    public static readonly string[] PascalNames =
    [
        "Bird", "Wing", "Nest", "Egg", "Url", "URL", "A", "B", "Flock", "BirdsFlock", "Birds", "BirdsClient", "BirdsApi",
        "BirdsBudgets", "List", "String", "Int32", "Object", "Task", "System", "Exception", "ApiException", "ApiResponse",
        "ApiGen", "Type", "Enum", "Attribute", "Equals", "GetType", "ToString", "Json", "Read", "Shape", "Example",
        "Connection", "Endpoints", "ReadAsync", "Budgets", "Failures", "Descriptor", "Api", "Client", "For", "SignIn",
        "Record", "Nullable", "DateTimeOffset", "CancellationToken", "Dictionary", "IReadOnlyList", "True", "Null",
        "A1", "lower", "Not Pascal", "É", "А", "X;", $"X {{}} class {Marker}", new string('X', 200), new string('Y', 2000),
    ];
}
