using System.Runtime.Intrinsics;

namespace ApiGen.CompilerServices;

/// <summary>A property's name as a text is expected to have it, quotes and colon included.</summary>
/// <remarks>The first 32 bytes, which are all that most names have, are compared at once.</remarks>
internal readonly struct JsonPrediction
{
    private readonly Vector256<byte> _head;
    private readonly Vector256<byte> _mask;
    private readonly byte[] _tail;

    public JsonPrediction(ReadOnlySpan<byte> utf8)
    {
        var head = new byte[Vector256<byte>.Count];
        var mask = new byte[Vector256<byte>.Count];
        Length = utf8.Length;
        ReadOnlySpan<byte> start = utf8[..Math.Min(utf8.Length, head.Length)];
        start.CopyTo(head);
        mask.AsSpan(0, start.Length).Fill(byte.MaxValue);
        _head = Vector256.Create(head);
        _mask = Vector256.Create(mask);
        _tail = utf8[start.Length..].ToArray();
    }

    private JsonPrediction(Vector256<byte> head, Vector256<byte> mask)
    {
        _head = head;
        _mask = mask;
        _tail = [];
    }

    /// <summary>A prediction that never holds, for what its mask leaves of a text is zero.</summary>
    public static JsonPrediction None { get; } = new(Vector256<byte>.AllBitsSet, mask: Vector256<byte>.Zero);

    /// <summary>The bytes that are predicted.</summary>
    public int Length { get; }

    /// <summary>Whether a text begins as predicted. One that is too short to compare isn't said to.</summary>
    public bool Holds(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector256<byte>.Count || (Vector256.Create(text) & _mask) != _head)
            return false;
        return Length <= Vector256<byte>.Count || text[Vector256<byte>.Count..].StartsWith(_tail);
    }
}
