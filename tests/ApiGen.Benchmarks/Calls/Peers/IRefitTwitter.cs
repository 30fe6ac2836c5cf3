using ApiGen.Benchmarks.Json.Peers;
using Refit;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>The endpoint in Refit's words.</summary>
internal interface IRefitTwitter
{
    [Post("/1.1/friendships/create.json")]
    Task<PeerUser> FollowAsync([AliasAs("user_id")] long userId, [AliasAs("follow")] string follow);
}
