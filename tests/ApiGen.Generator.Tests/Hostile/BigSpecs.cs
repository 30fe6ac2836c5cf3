namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Texts of which one part is as large as a file may be.</summary>
internal static class BigSpecs
{
    private const string Api = """
        api: Birds
        base: https://birds.example
        auth: { user: { scheme: oauth1, signature: HMAC-SHA1 } }

        """;

    private const string Endpoint = """
        endpoint: flock/show
        of: Birds
        request: GET /1/flock.json
        auth: user
        returns: json

        """;

    /// <summary>By what is large: from a number of parts to a text.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } =
        new Dictionary<string, Func<int, string>>
        {
            ["unknown keys"] = n => Endpoint + Many(n, i => $"k{i}: 1\n"),
            ["unknown keys like known ones"] = n => Endpoint + Many(n, i => $"parameter{i}: 1\n"),
            ["parameters"] = n => Endpoint + "parameters:\n" + Many(n, i => $"  p{i}: {{ type: int32 }}\n"),
            ["parameters of one name"] = n =>
                Endpoint + "parameters:\n" + Many(n, i => $"  \"p{Dots(i)}\": {{ type: int32 }}\n"),
            ["wrong parameters"] = n => Endpoint + "parameters:\n" + Many(n, i => $"  p{i}: int32\n"),
            ["places in a path"] = n => Endpoint
                    .Replace("flock.json", Many(n, i => $"{{p{i}}}"), StringComparison.Ordinal)
                + "parameters:\n" + Many(200, i => $"  q{i}: {{ type: int32 }}\n"),
            ["rules"] = n => Endpoint + "parameters: { a: { type: int32 }, b: { type: int64 } }\nrules:\n"
                + Many(n, _ => "  - exactly-one: [a, b]\n"),
            ["parameters of a rule"] = n => Endpoint + "parameters: {" + Many(200, i => $"p{i}: {{ type: int32 }}, ")
                + "}\nrules:\n  - exactly-one: [" + Many(n, i => $"q{i}, ") + "]\n",
            ["rules that choose"] = n => Parameters(200) + "rules:\n"
                + Many(n, i => $"  - exactly-one: [p{i % 200}, p{(i + 1) % 200}]\n"),
            ["rules that share parameters"] = n => Parameters(12) + "rules:\n" + Pairs(n, 12, "at-most-one"),
            ["rules that require"] = n => Parameters(200) + "rules:\n"
                + Many(n, i => $"  - requires: {{ p{i % 200}: p{(i + 1) % 200} }}\n"),
            ["sets of a rule"] = n => Parameters(200) + "rules:\n  - at-least-one: ["
                + Many(n, i => $"[p{i % 200}, p{(i + (i / 200) + 1) % 200}], ") + "]\n",
            ["names of a set"] = n => Parameters(200) + "rules:\n  - exactly-one: [[" + Many(n, i => $"p{i % 200}, ") + "], p1]\n",
            ["limits"] = n =>
                Endpoint + "limits:\n" + Many(n, i => $"  - {{ per: user, count: 1, window: {i + 1}s }}\n"),
            ["pools of an endpoint"] = n => Endpoint + "cost: 2\npools: [" + Many(n, i => $"P{i}, ") + "]\n",
            ["pools"] = n => Api + "pools:\n" + Many(n, i => $"  P{i}: {{ limits: [{{ per: app, at-once: 1 }}] }}\n")
                + "---\n" + Endpoint + "pools: [" + Many(n, i => $"P{i}, ") + "]\n",
            ["failures"] = n =>
                Endpoint + "failures:\n" + Many(n, i => $"  - {{ status: 404, name: F{i}, means: never }}\n"),
            ["fields"] = n => "type: Bird\nof: Birds\nfields:\n" + Many(n, i => $"  f{i}: int32\n"),
            ["fields of one name"] = n =>
                "type: Bird\nof: Birds\nfields:\n" + Many(n, i => $"  \"f{Dots(i)}\": int32\n"),
            ["values"] = n => "type: Bird\nof: Birds\nvalues:\n" + Many(n, i => $"  - v{i}\n"),
            ["values of one name"] = n => "type: Bird\nof: Birds\nvalues:\n" + Many(n, i => $"  - \"v{Dots(i)}\"\n"),
            ["unknown types"] = n => "type: Bird\nof: Birds\nfields:\n" + Many(n, i => $"  f{i}: Brd{i}\n")
                + Many(n / 4, i => $"---\ntype: Bird{i}\nof: Birds\nfields: {{}}\n"),
            ["keys of an example"] = n =>
                "type: Bird\nof: Birds\nfields: { f: int32 }\nexample:\n" + Many(n, i => $"  g{i}: 1\n"),
            ["types"] = n => Api + Many(n, i => $"---\ntype: T{i}\nof: Birds\nfields: {{ next: \"T{n - i - 1}?\" }}\n"),
            ["types of one name"] = n => Api + Many(n, _ => "---\ntype: Bird\nof: Birds\nfields: {}\n"),
            ["endpoints"] = n => Api + Many(
                n, i => "---\n" + Endpoint.Replace("flock/show", $"flock{i % 100}/show{i}", StringComparison.Ordinal)),
            ["APIs"] = n =>
                Many(n, i => $"---\napi: A{i}\nbase: https://birds.example\nauth: {{ user: {{ scheme: bearer }} }}\n"),
            ["documents of nothing"] = n => Many(n, _ => "---\n"),
            ["documents of nonsense"] = n => Many(n, i => $"---\nx{i}\n"),
            ["keys given twice"] = n => Endpoint + Many(n, _ => "of: Birds\n"),
            ["brackets of a type"] = n => "type: Bird\nof: Birds\nfields: { f: \"int32" + Many(n, _ => "[]") + "\" }\n",
            ["letters of a summary"] = n => Endpoint + "summary: " + new string('<', n) + "\n",
            ["lines of a summary"] = n => Endpoint + "summary: |\n" + Many(n, _ => "  x\n"),
            ["letters of a key"] = n => Endpoint + $"? {new string('k', n)}\n: 1\n? {new string('j', n)}\n: 1\n",
            ["letters of names that are alike"] = n =>
                Endpoint + $"parameters:\n  ? {new string('p', n)}\n  : {{ type: int32 }}\n"
                + $"rules:\n  - exactly-one: [{new string('p', n - 1)}, {new string('p', n - 2)}]\n",
            ["letters of a namespace"] = n => Api + "namespace: " + Many(n, _ => "A.") + "A\n",
            ["letters of a date format"] = n => Api + "dates: yyyy MM dd " + Many(n, _ => "'") + "\n",
            ["letters of a URL"] = n => Endpoint + "see: https://birds.example/" + new string('/', n) + "\n",
            ["scopes"] = n => "api: Birds\nbase: https://birds.example\nauth: { user: { scheme: oauth2, "
                + "authorize: /a, token: /b, scopes: [" + Many(n, i => $"s{i}, ") + "] } }\n",
            ["limit headers"] = n => Api + "limit-headers:\n" + Many(n, i => $"  - {{ remaining: x-{i} }}\n"),
            ["aliases"] = n => "a: &a [x, x]\n" + Many(n, i => $"b{i}: &b{i} [*a, *a]\n"),
            ["nested lists"] = n => "api: " + Many(n, _ => "["),
            ["nested mappings"] = n => Many(n, _ => "{ api: "),
        };

    /// <summary>An endpoint up to its so many parameters.</summary>
    private static string Parameters(int count) =>
        Endpoint + "parameters: {" + Many(count, i => $"p{i}: {{ type: int32 }}, ") + "}\n";

    /// <summary>Rules on one pair after another of so many parameters.</summary>
    private static string Pairs(int count, int parameters, string rule) =>
        Many(count, i => $"  - {rule}: [p{i % parameters}, p{(i + (i / parameters) + 1) % parameters}]\n");

    private static string Many(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));

    /// <summary>Another ending that C# doesn't see for each number.</summary>
    private static string Dots(int number) => Convert.ToString(number, 2).Replace('0', '.').Replace('1', '-');
}
