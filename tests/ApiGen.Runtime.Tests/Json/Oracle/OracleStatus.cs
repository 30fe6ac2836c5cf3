using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>A type that nests in itself.</summary>
internal sealed class OracleStatus
{
    private static readonly JsonShape Shape = new(
        "Status", "created_at!", "id!", "text!", "retweet_count?", "favorited!", "latitude?", "quoted_status?");

    public OracleStatus()
    {
    }

    [SetsRequiredMembers]
#pragma warning disable CS8618 // The shape sees to it that what is required has been read.
    internal OracleStatus(ref JsonCursor json)
#pragma warning restore CS8618
    {
        JsonFields fields = json.BeginObject(Shape);
        while (json.NextField(ref fields))
        {
            switch (fields.Index)
            {
                case 0: CreatedAt = json.ReadDateTime(OracleUser.Dates); break;
                case 1: Id = json.ReadInt64(); break;
                case 2: Text = json.ReadString(); break;
                case 3: RetweetCount = json.ReadInt64OrNull(); break;
                case 4: Favorited = json.ReadBoolean(); break;
                case 5: Latitude = json.ReadDoubleOrNull(); break;
                case 6: QuotedStatus = json.ReadNull() ? null : new OracleStatus(ref json); break;
            }
        }
    }

    [JsonConverter(typeof(OracleDateConverter))]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required long Id { get; init; }

    public required string Text { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? RetweetCount { get; init; }

    public required bool Favorited { get; init; }

    public double? Latitude { get; init; }

    public OracleStatus? QuotedStatus { get; init; }
}
