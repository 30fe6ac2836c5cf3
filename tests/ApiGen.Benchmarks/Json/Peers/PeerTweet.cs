using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>A tweet.</summary>
internal sealed class PeerTweet
{
    public DateTimeOffset CreatedAt { get; set; }

    public long Id { get; set; }

    public string IdStr { get; set; } = "";

    public string? Text { get; set; }

    public bool Truncated { get; set; }

    public PeerEntities? Entities { get; set; }

    public string Source { get; set; } = "";

    public long? InReplyToStatusId { get; set; }

    public string? InReplyToStatusIdStr { get; set; }

    public long? InReplyToUserId { get; set; }

    public string? InReplyToUserIdStr { get; set; }

    public string? InReplyToScreenName { get; set; }

    public PeerUser? User { get; set; }

    public JsonNode? Geo { get; set; }

    public JsonNode? Coordinates { get; set; }

    public JsonNode? Place { get; set; }

    public JsonElement? Contributors { get; set; }

    public bool? IsQuoteStatus { get; set; }

    public int RetweetCount { get; set; }

    public int? FavoriteCount { get; set; }

    public bool? Favorited { get; set; }

    public bool Retweeted { get; set; }

    public bool? PossiblySensitive { get; set; }

    public bool? PossiblySensitiveAppealable { get; set; }

    public string? Lang { get; set; }

    public string? FullText { get; set; }

    public List<int>? DisplayTextRange { get; set; }

    public JsonNode? ExtendedEntities { get; set; }

    public long? QuotedStatusId { get; set; }

    public string? QuotedStatusIdStr { get; set; }

    public JsonNode? QuotedStatusPermalink { get; set; }

    public PeerTweet? QuotedStatus { get; set; }

    public PeerTweet? RetweetedStatus { get; set; }

    public int? QuoteCount { get; set; }

    public int? ReplyCount { get; set; }

    public JsonNode? ExtendedTweet { get; set; }

    public bool? PossiblySensitiveEditable { get; set; }

    public string? FilterLevel { get; set; }

    public JsonElement? MatchingRules { get; set; }

    public JsonNode? CurrentUserRetweet { get; set; }

    public JsonElement? Scopes { get; set; }

    public bool? WithheldCopyright { get; set; }

    public List<string>? WithheldInCountries { get; set; }

    public string? WithheldScope { get; set; }

    public JsonNode? ExtEditControl { get; set; }

    public string? CardUri { get; set; }

    public JsonNode? Metadata { get; set; }

    public string? TimestampMs { get; set; }
}
