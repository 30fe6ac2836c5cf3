using System.Diagnostics;
using System.Text.RegularExpressions;

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

        string line = run.Failed();
        Assert.StartsWith("/oauth/access_token was refused with 401", line, StringComparison.Ordinal);
        Assert.DoesNotContain("44332211", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_PIN_is_no_sign_in() =>
        Assert.Equal("Without a PIN nobody is signed in.", (await RunAsync(_ => Task.FromResult(""))).Failed());

    private static async Task<string> OpenAsync(Uri address)
    {
        using var browser = new HttpClient();
        return Pin().Match(await browser.GetStringAsync(address)).Value;
    }

    private static async Task<SampleRun> RunAsync(Func<Uri, Task<string>> findPin)
    {
        var start = new ProcessStartInfo("dotnet", [BuildMetadata.SignIn])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TWITTER_CONSUMER_KEY"] = null;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output += line + "\n";
            if (!line.StartsWith("Open ", StringComparison.Ordinal)) continue;
            await process.StandardInput.WriteLineAsync(await findPin(new Uri(line[5..])));
        }

        await process.WaitForExitAsync();
        var run = new SampleRun(process.ExitCode, output, await error);
        Assert.DoesNotContain("   at ", run.ToString(), StringComparison.Ordinal);
        return run;
    }

    [GeneratedRegex(@"\d{7}")]
    private static partial Regex Pin();
}
