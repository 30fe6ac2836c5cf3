using System.Collections;
using System.Text.RegularExpressions;
using ApiGen.Generator.Binding;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>What every key of the language has, whoever added it.</summary>
public sealed partial class KeyTests
{
    /// <summary>What the binder calls a mapping, and the table of <c>specs/README.md</c> that lists its keys.</summary>
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["an API"] = "API: Key",
        ["'auth'"] = "API: Key under `auth`",
        ["an auth scheme"] = "API: Key under `auth`, `user`; API: Key under `auth`, `app`",
        ["'errors'"] = "API: Key under `errors`",
        ["a row of limit headers"] = "API: Key of a row of `limit-headers`",
        ["a pool"] = "Limits: Key under `pools` of an API, in each pool",
        ["an endpoint"] = "Endpoint: Key",
        ["'pages'"] = "Pages: Key",
        ["a parameter"] = "Parameters: Key",
        ["a limit"] = "Limits: Key",
        ["a rule"] = "Rules: Key",
        ["a deprecation"] = "Deprecation: Key under `deprecated`",
        ["a failure"] = "Failures: Key",
        ["a type"] = "Type: Key",
        ["a value"] = "Enumerations: Key of a value's long form",
        ["a field"] = "Type: Key of a field's long form",
    };

    private static readonly string Readme = RepositoryRoot.Combine("specs", "README.md");

    [Fact]
    public void The_schema_has_the_keys_of_the_binder_and_no_others() => Assert.Equal(
        Lines(owner => owner.Known),
        string.Join('\n', LanguageKeys.All.Owners.Keys.SelectMany(
            place => SchemaPlaces.KeysAt(place).Select(key => $"{place}: {key.Key}").Order(StringComparer.Ordinal))));

    [Fact]
    public void The_schema_explains_every_key() => AssertNone(string.Join('\n',
        from place in LanguageKeys.All.Owners.Keys
        from key in SchemaPlaces.KeysAt(place)
        where !key.Any(SchemaPlaces.IsExplained)
        select $"{place}: {key.Key}"));

    [Fact]
    public void The_description_of_the_language_has_a_row_for_every_key_and_no_others()
    {
        Dictionary<string, HashSet<string>> rows = RowsByTable();
        IEnumerable<string> described =
            from owner in LanguageKeys.All.Owners.Values.DistinctBy(owner => owner.Name)
            from table in TablesOf(owner)
            from key in rows[table]
            select $"{owner.Name}: {key}";
        IEnumerable<string> known =
            from owner in LanguageKeys.All.Owners.Values
            from key in owner.Known
            select $"{owner.Name}: {key}";
        Assert.Equal(Sorted(known), Sorted(described));
    }

    [Fact]
    public void The_description_of_the_language_has_every_word_that_a_value_can_be()
    {
        IEnumerable<string> words =
            from list in typeof(Vocabulary).GetFields()
            from word in ((IDictionary)list.GetValue(null)!).Keys.Cast<string>()
            select word;
        HashSet<string> described =
        [
            .. File.ReadLines(Readme)
                .Where(line => line.StartsWith('|'))
                .SelectMany(line => Key().Matches(line))
                .Select(match => match.Groups[1].Value),
        ];
        AssertNone(Sorted(words.Where(word => !described.Contains(word))));
    }

    [Fact]
    public void A_good_case_uses_every_key() =>
        AssertNone(Unused(owner => owner.UsedWell));

    [Fact]
    public void A_bad_case_misuses_every_key() =>
        AssertNone(Unused(owner => owner.UsedWrongly));

    private static string Lines(Func<KeyOwner, IEnumerable<string>> keysOf) => string.Join('\n',
        from pair in LanguageKeys.All.Owners
        from key in keysOf(pair.Value)
        select $"{pair.Key}: {key}");

    /// <summary>The keys that no case uses in any of the places where mappings of one kind stand.</summary>
    private static string Unused(Func<KeyOwner, IEnumerable<string>> usedOf) => string.Join('\n',
        from owner in LanguageKeys.All.Owners.Values
        group owner by owner.Name into places
        from key in places.SelectMany(owner => owner.Known).Except(places.SelectMany(usedOf))
        select $"{places.Key}: {key}");

    private static void AssertNone(string keys) => Assert.True(keys.Length == 0, $"These keys are left:\n{keys}");

    private static string Sorted(IEnumerable<string> lines) =>
        string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));

    private static string[] TablesOf(KeyOwner owner)
    {
        Assert.True(Tables.TryGetValue(owner.Name, out string? tables), $"Which table has the keys of {owner.Name}?");
        return tables.Split("; ");
    }

    /// <summary>The keys of each table, which is known by its heading and the head of its first column.</summary>
    private static Dictionary<string, HashSet<string>> RowsByTable()
    {
        var rows = new Dictionary<string, HashSet<string>>();
        string heading = "";
        HashSet<string>? table = null;
        foreach (string line in File.ReadLines(Readme))
        {
            if (line.StartsWith('#')) heading = line.TrimStart('#').Trim();
            if (!line.StartsWith('|')) table = null;
            else if (table is null) rows[$"{heading}: {FirstCell(line)}"] = table = [];
            else table.UnionWith(Key().Matches(FirstCell(line)).Select(match => match.Groups[1].Value));
        }

        return rows;
    }

    private static string FirstCell(string line) => line.Split('|')[1].Trim();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Key();
}
