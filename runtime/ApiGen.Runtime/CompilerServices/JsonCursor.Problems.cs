using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Reports that the value at the cursor isn't of the type that the spec says.</summary>
    [DoesNotReturn]
    private readonly void FailHere(string expected) =>
        throw new JsonProblemException(_position, $"{Found()}, where the spec says {expected}");

    /// <summary>Reports that the punctuation at the cursor isn't what JSON wants there.</summary>
    [DoesNotReturn]
    private readonly void FailSyntax(string wanted) =>
        throw new JsonProblemException(_position, $"{Found()}, where JSON wants {wanted}");

    [DoesNotReturn]
    private static void Fail(int offset, string problem) => throw new JsonProblemException(offset, problem);

    private readonly string Found()
    {
        ReadOnlySpan<byte> rest = Rest;
        if (rest.IsEmpty)
            return "the end of the text";
        switch (rest[0])
        {
            case (byte)'{':
                return "an object";
            case (byte)'[':
                return "a list";
            case (byte)'"':
                return "a string";
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return "a number";
        }
        if (rest.StartsWith("null"u8))
            return "null";
        if (rest.StartsWith("true"u8) || rest.StartsWith("false"u8))
            return "a bool";
        Rune.DecodeFromUtf8(rest, out Rune rune, out _);
        return Rune.IsControl(rune) ? $"the character U+{rune.Value:X4}" : $"the character {rune}";
    }
}
