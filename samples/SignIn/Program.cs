using SignInSample;
using Twitter;

try
{
    await using TwitterApp app = await TwitterApp.OpenAsync();
    Console.WriteLine(app.Description);

    // First without a user: the app's own token is enough to look somebody up.
    using AppTokenSource appToken = TwitterAppClient.SignIn(app.ConsumerKey, app.ConsumerSecret, app.Options);
    User looked = await new TwitterAppClient(appToken, app.Options).Users.ShowAsync("twitterdev");
    Console.WriteLine($"For itself, the app may look up @{looked.ScreenName}. To follow, it needs a user.");
    Console.WriteLine();

    using OAuth1SignIn signIn = TwitterClient.SignIn(app.ConsumerKey, app.ConsumerSecret, app.Options);
    TemporaryToken temporary = await signIn.BeginAsync();
    Console.WriteLine($"Open {temporary.AuthorizeAddress}");
    Console.Write("and type the PIN that it shows: ");
    string pin = Console.ReadLine() is { } line && !string.IsNullOrWhiteSpace(line)
        ? line
        : throw new InvalidOperationException("Without a PIN nobody is signed in.");
    OAuth1Account account = await signIn.CompleteByPinAsync(temporary, pin);
    Console.WriteLine();
    Console.WriteLine($"Signed in as @{account.Fields.GetValueOrDefault("screen_name")}, user {account.UserId}.");

    var twitter = new TwitterClient(account.Credentials, app.Options);
    User followed = await twitter.Friendships.CreateAsync("twitterdev");
    Console.WriteLine($"For this user, the app now follows @{followed.ScreenName}.");
    Console.WriteLine();
    Console.WriteLine("Nothing was stored: the tokens end with this process. A program that must remember a user");
    Console.WriteLine("keeps what account.Reveal() hands out in the system's key store, never in a file or a log.");
    return 0;
}
catch (Exception exception) when (exception is ApiException or BudgetExhaustedException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
