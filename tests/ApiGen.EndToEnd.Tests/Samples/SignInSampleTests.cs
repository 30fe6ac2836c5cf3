using System.Diagnostics;
using System.Text.RegularExpressions;
using ApiGen.EndToEnd.Tests.SignIn;
using ApiGen.Sandbox;
using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Samples;

/// <summary>The sample of a sign-in, run as a process whose user opens the address and types the PIN.</summary>
public sealed partial class SignInSampleTests
{
    [Fact]
    public async Task A_user_opens_the_address_types_the_PIN_and_is_signed_in()
    {
        SampleRun run = await RunAsync(OpenAsync);

        string output = run.Succeeded();
        Assert.Contains("For itself, the app may look up @twitterdev.", output, StringComparison.Ordinal);
        Assert.Matches(@"Signed in as @sandbox, user \d{10}\.", output);
        Assert.Contains("For this user, the app now follows @twitterdev.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_PIN_is_refused_in_one_line_that_does_not_repeat_it()
    {
        SampleRun run = await RunAsync(async address => (await OpenAsync(address), "44332211").Item2);

        Assert.StartsWith("/oauth/access_token was refused with 401", run.Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_PIN_is_no_sign_in() =>
        Assert.Equal("Without a PIN nobody is signed in.", (await RunAsync(_ => Task.FromResult(""))).Failed());

    [Fact]
    public async Task A_wrong_secret_is_refused_in_one_line_that_does_not_repeat_it()
    {
        await using Server sandbox = await Server.StartAsync(TwitterClient.Api);
        SandboxAccount wrong = sandbox.Account with { ConsumerSecret = "wrong-consumer-secret" };

        SampleRun run = await RunAsync(_ => Task.FromResult(""), sandbox.Address, wrong);

        Assert.StartsWith("/oauth2/token was refused with 401: ", run.Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_in_one_line()
    {
        using var nobody = new SilentServer();
        nobody.Dispose();

        SampleRun run = await RunAsync(
            _ => Task.FromResult(""), nobody.Address, new("some-key", "some-consumer-secret", "", ""));

        Assert.StartsWith($"{nobody.Address.Authority} gave no token: ", run.Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_whose_budget_the_server_finds_used_up_is_told_so_and_no_token_is()
    {
        await using Server sandbox = await Server.StartAsync(TwitterClient.Api);
        sandbox.Next().On("friendships/create").Fails("FollowLimit");

        SampleRun run = await RunAsync(OpenAsync, sandbox.Address, sandbox.Account);

        Assert.StartsWith("friendships/create was refused with 403", run.Failed(), StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Account.Token, run.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(Uri address)
    {
        using var browser = new HttpClient();
        return Pin().Match(await browser.GetStringAsync(address)).Value;
    }

    /// <summary>Runs it to its end. Whatever it prints may hold no secret, no PIN and no stack trace.</summary>
    private static async Task<SampleRun> RunAsync(
        Func<Uri, Task<string>> findPin, Uri? address = null, SandboxAccount? account = null)
    {
        var start = new ProcessStartInfo("dotnet", [BuildMetadata.SignIn])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TWITTER_CONSUMER_KEY"] = account?.ConsumerKey;
        start.Environment["TWITTER_CONSUMER_SECRET"] = account?.ConsumerSecret;
        start.Environment["TWITTER_BASE_URL"] = address?.AbsoluteUri;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = "";
        List<string> secrets = account is null ? [] : [account.ConsumerSecret];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output += line + "\n";
            if (!line.StartsWith("Open ", StringComparison.Ordinal)) continue;
            string pin = await findPin(new Uri(line[5..]));
            if (pin.Length > 0) secrets.Add(pin);
            await process.StandardInput.WriteLineAsync(pin);
        }

        await process.WaitForExitAsync();
        var run = new SampleRun(process.ExitCode, output, await error);
        Assert.DoesNotContain("   at ", run.ToString(), StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, run.ToString(), StringComparison.Ordinal));
        return run;
    }

    [GeneratedRegex(@"\d{7}")]
    private static partial Regex Pin();
}
