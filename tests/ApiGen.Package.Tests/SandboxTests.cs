namespace ApiGen.Package.Tests;

public sealed class SandboxTests(PackageFeed feed)
{
    [Fact]
    public async Task An_installed_client_signs_counts_and_reads_a_call_to_a_sandbox()
    {
        var project = new ConsoleProject(feed, "Sandboxed", ["ApiGen", "ApiGen.Sandbox"]).WithJournal();
        project.Write("Program.cs", """
            using ApiGen.Sandbox;
            using Journal;

            await using var sandbox = await Sandbox.StartAsync(JournalClient.Api);
            var account = sandbox.Account;
            var journal = new JournalClient(
                new OAuth1Credentials(account.ConsumerKey, account.ConsumerSecret, account.Token, account.TokenSecret),
                new ApiClientOptions { BaseAddress = sandbox.Address });

            Entry entry = await journal.Entries.CreateAsync("Dear diary");
            Console.WriteLine($"Entry {entry.Id}: {entry.Text}");

            var response = await journal.Entries.CreateWithResponseAsync("Dear diary");
            Console.WriteLine($"{response.Budgets[0].Remaining} left");

            try
            {
                await journal.Entries.CreateAsync("Dear diary");
            }
            catch (BudgetExhaustedException)
            {
                Console.WriteLine($"{sandbox.Requests.Count} requests sent");
            }
            """);

        string output = (await project.RunAsync()).Succeeded();

        Assert.Contains("Entry 7: Dear diary", output, StringComparison.Ordinal);
        Assert.Contains("0 left", output, StringComparison.Ordinal);
        Assert.Contains("2 requests sent", output, StringComparison.Ordinal);
    }
}
