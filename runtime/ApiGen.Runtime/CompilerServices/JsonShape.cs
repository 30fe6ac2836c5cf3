using System.ComponentModel;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>The fields of an object type, in the order in which the service is expected to send them.</summary>
/// <remarks>
/// The order is only a prediction. A text that keeps to it is read with one comparison a property; a text that
/// doesn't is read all the same, by looking each name up.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShape
{
    private const int MaxFields = 128;

    private readonly string[] _names;
    private readonly byte[][] _utf8Names;
    private readonly JsonPrediction[] _predictions;
    private readonly int[][] _byLength;

    /// <summary>Describes an object type.</summary>
    /// <param name="name">The name of the type, for error messages.</param>
    /// <param name="fields">
    /// The JSON name of each field, followed by <c>!</c> if it must be present and not null, or by <c>?</c> if it may
    /// be absent or null. At most 128.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are more than 128 fields, two have the same name, or one ends in neither <c>!</c> nor <c>?</c>.
    /// </exception>
    public JsonShape(string name, params ReadOnlySpan<string> fields)
    {
        if (fields.Length > MaxFields)
            throw new ArgumentException($"{name} has more than {MaxFields} fields.", nameof(fields));
        Name = name;
        _names = new string[fields.Length];
        _utf8Names = new byte[fields.Length][];
        _predictions = new JsonPrediction[fields.Length + 1];
        _predictions[^1] = JsonPrediction.None;
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i] is not [.. string field, '!' or '?'])
                throw new ArgumentException($"Field '{fields[i]}' of {name} must end in '!' or '?'.", nameof(fields));
            if (_names.AsSpan(0, i).Contains(field))
                throw new ArgumentException($"{name} has two fields called '{field}'.", nameof(fields));
            _names[i] = field;
            _utf8Names[i] = Encoding.UTF8.GetBytes(field);
            _predictions[i] = Predict(field);
            if (fields[i][^1] == '?')
                continue;
            if (i < 64)
                RequiredLow |= 1UL << i;
            else
                RequiredHigh |= 1UL << i;
        }
        _byLength = GroupByLength(_utf8Names);
    }

    /// <summary>The name of the type.</summary>
    internal string Name { get; }

    /// <summary>The fields 0 to 63 that must be present, a bit each.</summary>
    internal ulong RequiredLow { get; }

    /// <summary>The fields 64 to 127 that must be present, a bit each.</summary>
    internal ulong RequiredHigh { get; }

    /// <summary>What is expected when a field comes next; nothing, if there is no such field.</summary>
    internal ref readonly JsonPrediction Prediction(int index) => ref _predictions[index];

    /// <summary>The index of the field of a name, or -1; the one that is expected is tried first.</summary>
    internal int IndexOf(scoped ReadOnlySpan<byte> name, int expected)
    {
        if (expected < _utf8Names.Length && name.SequenceEqual(_utf8Names[expected]))
            return expected;
        if (name.Length < _byLength.Length)
        {
            foreach (int index in _byLength[name.Length])
            {
                if (name.SequenceEqual(_utf8Names[index]))
                    return index;
            }
        }
        return -1;
    }

    /// <summary>The required fields that an object lacks, as a list for people to read.</summary>
    internal string Missing(in JsonFields fields)
    {
        var missing = new List<string>();
        for (int i = 0; i < _names.Length; i++)
        {
            bool required = ((i < 64 ? RequiredLow : RequiredHigh) & (1UL << i)) != 0;
            if (required && !fields.HasSeen(i))
                missing.Add(_names[i]);
        }
        return missing is [.. var most, var last] && most.Count > 0
            ? $"{string.Join(", ", most)} or {last}"
            : missing[0];
    }

    private static JsonPrediction Predict(string field)
    {
        // A name that has to be escaped in JSON can be escaped in several ways, so none is expected.
        foreach (char character in field)
        {
            if (character is < ' ' or '"' or '\\')
                return JsonPrediction.None;
        }
        return new JsonPrediction(Encoding.UTF8.GetBytes($"\"{field}\":"));
    }

    private static int[][] GroupByLength(byte[][] names)
    {
        int longest = names.Length == 0 ? -1 : names.Max(static name => name.Length);
        var groups = new int[longest + 1][];
        for (int length = 0; length <= longest; length++)
            groups[length] = [.. Enumerable.Range(0, names.Length).Where(i => names[i].Length == length)];
        return groups;
    }
}
