using ApiGen.Benchmarks.Calls.Peers;
using ApiGen.Benchmarks.Json.Peers;

using var twitter = new UsualCall(UsualTransport.Create(), new Uri(args[0]));
PeerUser user = await twitter.FollowAsync(2244994945, follow: true);
Console.WriteLine(user.ScreenName);
