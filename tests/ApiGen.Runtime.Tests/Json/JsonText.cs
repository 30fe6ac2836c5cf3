using System.Text;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

/// <summary>Reads values from JSON written in a test.</summary>
internal static class JsonText
{
    public static T Read<T>(string json, JsonReader<T> read) => JsonBody.Read(Encoding.UTF8.GetBytes(json), read);

    /// <summary>Reads what must not be readable, and returns place and problem: <c>$.id: null, where …</c>.</summary>
    public static string Refuse<T>(string json, JsonReader<T> read) => Refuse(Encoding.UTF8.GetBytes(json), read);

    /// <inheritdoc cref="Refuse{T}(string, JsonReader{T})"/>
    public static string Refuse<T>(byte[] utf8, JsonReader<T> read)
    {
        var refusal = Assert.Throws<ApiFormatException>(() => JsonBody.Read(utf8, read));
        return $"{refusal.Path}: {refusal.Problem}";
    }

    /// <summary>The text with each character as one byte, so that a test can write bytes that aren't UTF-8.</summary>
    public static byte[] Bytes(string latin1) => Encoding.Latin1.GetBytes(latin1);

    public static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
