using System.Globalization;

namespace ApiGen.Pipeline;

/// <summary>The values by which limits count calls apart, by the names of their parameters.</summary>
/// <param name="Values">The values, as they are sent.</param>
/// <param name="IsCall">Whether they are a call's, which leaves the others out, or those that are asked for.</param>
internal sealed record CountedValues(IReadOnlyDictionary<string, string?> Values, bool IsCall)
{
    public static CountedValues NoneOfCall { get; } = new(new Dictionary<string, string?>(), IsCall: true);

    /// <summary>The names of the parameters that a limit counts by.</summary>
    public static string[] NamesOf(string? forEach) => forEach?.Split('\n') ?? [];

    /// <summary>The same values, and one more.</summary>
    public static CountedValues Asked(CountedValues? values, string parameter, string? value)
    {
        Dictionary<string, string?> all = values is null ? [] : new(values.Values);
        all[parameter] = value;
        return new CountedValues(all, IsCall: false);
    }

    /// <summary>Whether a limit that counts by some parameters is meant.</summary>
    public bool Concern(string forEach) => IsCall || Array.Exists(NamesOf(forEach), Values.ContainsKey);

    /// <summary>
    /// The values that a limit counts by, each with its length, so that no two lists of values are one text.
    /// </summary>
    public string TextOf(string forEach) => string.Concat(NamesOf(forEach).Select(name =>
        Values.TryGetValue(name, out string? value) && value is not null
            ? string.Create(CultureInfo.InvariantCulture, $"\n{name}={value.Length}:{value}")
            : $"\n{name}"));
}
