using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>A type that is read in lists.</summary>
internal sealed class OracleUrl
{
    private static readonly JsonShape Shape = new("Url", "url!", "expanded_url?", "indices!");

    public OracleUrl()
    {
    }

    [SetsRequiredMembers]
#pragma warning disable CS8618 // The shape sees to it that what is required has been read.
    internal OracleUrl(ref JsonCursor json)
#pragma warning restore CS8618
    {
        JsonFields fields = json.BeginObject(Shape);
        while (json.NextField(ref fields))
        {
            switch (fields.Index)
            {
                case 0: Url = json.ReadString(); break;
                case 1: ExpandedUrl = json.ReadStringOrNull(); break;
                case 2: Indices = json.ReadList(static (ref json) => json.ReadInt32()); break;
            }
        }
    }

    public required string Url { get; init; }

    public string? ExpandedUrl { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required IReadOnlyList<int> Indices { get; init; }

    internal static OracleUrl Read(ref JsonCursor json) => new(ref json);
}
