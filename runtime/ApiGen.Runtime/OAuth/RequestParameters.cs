namespace ApiGen.OAuth;

/// <summary>
/// The parameters of a request whose URL is known only at run time (RFC 5849 §3.4.1.3): those of the query and of a
/// form, encoded as a signature encodes them, and sorted.
/// </summary>
internal ref struct RequestParameters(Span<byte> text, Span<RequestParameters.Pair> pairs)
{
    private readonly Span<byte> _text = text;
    private readonly Span<Pair> _pairs = pairs;
    private int _length;

    private static ReadOnlySpan<byte> OAuth => "oauth_"u8;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many a query has at most.</summary>
    public static int MaxCount(ReadOnlySpan<char> encoded) => encoded.Count('&') + 1;

    /// <summary>How many a form has at most.</summary>
    public static int MaxCount(ReadOnlySpan<byte> encoded) => encoded.Count((byte)'&') + 1;

    /// <summary>Adds those of a query, without its question mark, or of a form.</summary>
    public void Add(ReadOnlySpan<byte> encoded)
    {
        while (!encoded.IsEmpty)
        {
            int end = encoded.IndexOf((byte)'&');
            AddPair(end < 0 ? encoded : encoded[..end]);
            encoded = end < 0 ? default : encoded[(end + 1)..];
        }
    }

    /// <summary>The encoded name of one, by its place in the order.</summary>
    public readonly ReadOnlySpan<byte> NameOf(int index) => NameOf(_pairs[index]);

    /// <summary>The encoded value of one, by its place in the order.</summary>
    public readonly ReadOnlySpan<byte> ValueOf(int index) => ValueOf(_pairs[index]);

    /// <summary>
    /// Where in the order OAuth's own names stand or would stand: the first, and the first after them.
    /// </summary>
    public readonly (int Start, int End) FindOAuth()
    {
        int start = 0;
        while (start < Count && NameOf(start).SequenceCompareTo(OAuth) < 0) start++;
        int end = start;
        while (end < Count && NameOf(end).StartsWith(OAuth)) end++;
        return (start, end);
    }

    /// <summary>Writes those from one place up to another as <c>name=value&amp;name=value</c>.</summary>
    public readonly void Write(int start, int end, ref ByteWriter destination)
    {
        for (int i = start; i < end; i++)
        {
            if (i > start) destination.Append("&"u8);
            destination.Append(NameOf(i));
            destination.Append("="u8);
            destination.Append(ValueOf(i));
        }
    }

    private void AddPair(ReadOnlySpan<byte> pair)
    {
        // Between two ampersands is nothing, not a parameter without a name.
        if (pair.IsEmpty) return;
        int equals = pair.IndexOf((byte)'=');
        int start = _length;
        int nameLength = Append(equals < 0 ? pair : pair[..equals]);
        int valueLength = equals < 0 ? 0 : Append(pair[(equals + 1)..]);
        Insert(new(start, nameLength, valueLength));
    }

    private void Insert(Pair pair)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Compare(pair, _pairs[middle]) < 0) high = middle;
            else low = middle + 1;
        }

        _pairs[low..Count].CopyTo(_pairs[(low + 1)..]);
        _pairs[low] = pair;
        Count++;
    }

    private int Append(ReadOnlySpan<byte> encoded)
    {
        int length = PercentEncoding.Recode(encoded, _text[_length..]);
        _length += length;
        return length;
    }

    private readonly ReadOnlySpan<byte> NameOf(Pair pair) => _text.Slice(pair.Start, pair.NameLength);

    private readonly ReadOnlySpan<byte> ValueOf(Pair pair) =>
        _text.Slice(pair.Start + pair.NameLength, pair.ValueLength);

    private readonly int Compare(Pair left, Pair right)
    {
        int byName = NameOf(left).SequenceCompareTo(NameOf(right));
        return byName != 0 ? byName : ValueOf(left).SequenceCompareTo(ValueOf(right));
    }

    /// <summary>Where a parameter's text lies: its name, and at once its value.</summary>
    internal readonly record struct Pair(int Start, int NameLength, int ValueLength);
}
