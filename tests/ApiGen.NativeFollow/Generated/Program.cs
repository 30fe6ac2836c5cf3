using ApiGen.Benchmarks.Calls;
using Twitter;

var credentials =
    new OAuth1Credentials(Account.ConsumerKey, Account.ConsumerSecret, Account.Token, Account.TokenSecret);
var twitter = new TwitterClient(credentials, new ApiClientOptions { BaseAddress = new Uri(args[0]) });
User user = await twitter.Friendships.CreateAsync(2244994945, follow: true);
Console.WriteLine(user.ScreenName);
