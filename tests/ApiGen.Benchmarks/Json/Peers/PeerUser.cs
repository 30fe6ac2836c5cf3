using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>
/// An account, as somebody would write it by hand for another reader: the fields of the generated type, and types of its
/// own for what occurs in a body of the benchmark.
/// </summary>
internal sealed class PeerUser
{
    public long Id { get; set; }

    public string IdStr { get; set; } = "";

    public string Name { get; set; } = "";

    public string ScreenName { get; set; } = "";

    public string? Location { get; set; }

    public string? Description { get; set; }

    public string? Url { get; set; }

    public PeerUserEntities? Entities { get; set; }

    public bool Protected { get; set; }

    public int FollowersCount { get; set; }

    public int FriendsCount { get; set; }

    public int ListedCount { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int FavouritesCount { get; set; }

    public int? UtcOffset { get; set; }

    public string? TimeZone { get; set; }

    public bool? GeoEnabled { get; set; }

    public bool Verified { get; set; }

    public int StatusesCount { get; set; }

    public string? Lang { get; set; }

    public bool? ContributorsEnabled { get; set; }

    public bool? IsTranslator { get; set; }

    public bool? IsTranslationEnabled { get; set; }

    public string? ProfileBackgroundColor { get; set; }

    public string? ProfileBackgroundImageUrl { get; set; }

    public string? ProfileBackgroundImageUrlHttps { get; set; }

    public bool? ProfileBackgroundTile { get; set; }

    public string? ProfileImageUrl { get; set; }

    public string ProfileImageUrlHttps { get; set; } = "";

    public string? ProfileBannerUrl { get; set; }

    public string? ProfileLinkColor { get; set; }

    public string? ProfileSidebarBorderColor { get; set; }

    public string? ProfileSidebarFillColor { get; set; }

    public string? ProfileTextColor { get; set; }

    public bool? ProfileUseBackgroundImage { get; set; }

    public bool? HasExtendedProfile { get; set; }

    public bool DefaultProfile { get; set; }

    public bool DefaultProfileImage { get; set; }

    public bool? Following { get; set; }

    public bool? FollowRequestSent { get; set; }

    public bool? Notifications { get; set; }

    public PeerTweet? Status { get; set; }

    public bool? Muting { get; set; }

    public string? TranslatorType { get; set; }

    public JsonNode? ProfileLocation { get; set; }

    public bool? ShowAllInlineMedia { get; set; }

    public bool? Blocking { get; set; }

    public bool? BlockedBy { get; set; }

    public bool? LiveFollowing { get; set; }

    public string? Email { get; set; }

    public bool? Suspended { get; set; }

    public bool? NeedsPhoneVerification { get; set; }

    public List<string>? WithheldInCountries { get; set; }

    public string? WithheldScope { get; set; }

    public JsonElement? Derived { get; set; }
}
