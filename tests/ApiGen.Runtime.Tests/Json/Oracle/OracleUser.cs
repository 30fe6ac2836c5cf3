using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>A model in the shape that the generator emits, which System.Text.Json can read too.</summary>
internal sealed class OracleUser
{
    public static readonly JsonDates Dates = new(OracleDateConverter.Format);

    private static readonly JsonDates Epoch = new("epoch");

    private static readonly JsonShape Shape = new(
        "User", "id!", "id_str!", "name!", "location?", "verified!", "followers_count!", "utc_offset?", "muting?",
        "score!", "price!", "born?", "seen_at!", "kind!", "kinds?", "created_at!", "status?", "urls!", "tags?", "counts?", "attributes?",
        "profile_background_image_url_https?");

    public OracleUser()
    {
    }

    [SetsRequiredMembers]
#pragma warning disable CS8618 // The shape sees to it that what is required has been read.
    internal OracleUser(ref JsonCursor json)
#pragma warning restore CS8618
    {
        JsonFields fields = json.BeginObject(Shape);
        while (json.NextField(ref fields))
        {
            switch (fields.Index)
            {
                case 0: Id = json.ReadInt64(); break;
                case 1: IdStr = json.ReadString(); break;
                case 2: Name = json.ReadString(); break;
                case 3: Location = json.ReadStringOrNull(); break;
                case 4: Verified = json.ReadBoolean(); break;
                case 5: FollowersCount = json.ReadInt32(); break;
                case 6: UtcOffset = json.ReadInt32OrNull(); break;
                case 7: Muting = json.ReadBooleanOrNull(); break;
                case 8: Score = json.ReadDouble(); break;
                case 9: Price = json.ReadDecimal(); break;
                case 10: Born = json.ReadDateOrNull(); break;
                case 11: SeenAt = json.ReadDateTime(Epoch); break;
                case 12: Kind = new OracleKind(json.ReadString()); break;
                case 13:
                    Kinds = json.ReadNull()
                        ? null
                        : json.ReadList(static (ref json) => new OracleKind(json.ReadString()));
                    break;
                case 14: CreatedAt = json.ReadDateTime(Dates); break;
                case 15: Status = json.ReadNull() ? null : new OracleStatus(ref json); break;
                case 16: Urls = json.ReadList(OracleUrl.Read); break;
                case 17: Tags = json.ReadNull() ? null : json.ReadList(static (ref json) => json.ReadString()); break;
                case 18: Counts = json.ReadNull() ? null : json.ReadMap(static (ref json) => json.ReadInt64()); break;
                case 19: Attributes = json.ReadJsonOrNull(); break;
                case 20: ProfileBackgroundImageUrlHttps = json.ReadStringOrNull(); break;
            }
        }
    }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required long Id { get; init; }

    public required string IdStr { get; init; }

    public required string Name { get; init; }

    public string? Location { get; init; }

    public required bool Verified { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required int FollowersCount { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? UtcOffset { get; init; }

    public bool? Muting { get; init; }

    public required double Score { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required decimal Price { get; init; }

    public DateOnly? Born { get; init; }

    [JsonConverter(typeof(OracleEpochConverter))]
    public required DateTimeOffset SeenAt { get; init; }

    [JsonConverter(typeof(OracleKindConverter))]
    public required OracleKind Kind { get; init; }

    public IReadOnlyList<OracleKind>? Kinds { get; init; }

    [JsonConverter(typeof(OracleDateConverter))]
    public required DateTimeOffset CreatedAt { get; init; }

    public OracleStatus? Status { get; init; }

    [JsonConverter(typeof(OracleListConverter<OracleUrl>))]
    public required IReadOnlyList<OracleUrl> Urls { get; init; }

    [JsonConverter(typeof(OracleListConverter<string>))]
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public Dictionary<string, long>? Counts { get; init; }

    public JsonElement? Attributes { get; init; }

    public string? ProfileBackgroundImageUrlHttps { get; init; }

    internal static OracleUser Read(ref JsonCursor json) => new(ref json);
}
