using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Storm;

/// <summary>
/// Four processes that call for one user on one budget file, one of them killed in the midst of its calls and started
/// anew, until each has been told that the budget is used up.
/// </summary>
public sealed class StormRound : IAsyncLifetime
{
    /// <summary>How many calls each process keeps under way.</summary>
    public const int Concurrency = 8;

    private const int Processes = 4;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);

    // Long enough for calls to be under way at the server, and not only in the queue for the file.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(800);

    // While a process starts, the others mustn't use up the budget.
    private static readonly TimeSpan AnswerDuringStart = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apigen-storm-");
    private readonly List<WorkerProcess> _workers = [];
    private ApiGen.Sandbox.Sandbox? _sandbox;

    /// <summary>How many arrivals the kill waited for: so few that no process can be done by then.</summary>
    public int KillDue { get; } = Random.Shared.Next(100, 250);

    /// <summary>How many requests had arrived when the process was dead.</summary>
    public int ArrivedAtKill { get; private set; }

    /// <summary>The process that was killed.</summary>
    public string Victim { get; private set; } = "";

    /// <summary>All requests that reached the server, as it has logged them itself.</summary>
    public IReadOnlyList<SandboxRequest> Arrivals { get; private set; } = [];

    /// <summary>How many answers each process that wasn't killed says it had.</summary>
    public IReadOnlyDictionary<string, int> Answered { get; private set; } = new Dictionary<string, int>();

    /// <summary>What this process reads in the budget file when the others are gone.</summary>
    public IReadOnlyList<BudgetState> Budgets { get; private set; } = [];

    /// <summary>The process that sent a request.</summary>
    public static string SenderOf(SandboxRequest request) => request.Parameters["screen_name"];

    public async ValueTask InitializeAsync()
    {
        _sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(UnlimitedApi.Description);
        TimeSpan answer = LongestAnswer * Random.Shared.NextDouble();
        _sandbox.Always().After(answer).Succeeds();
        for (int number = 1; number <= Processes; number++) Start($"process{number}");
        await ArrivalsAsync(KillDue);
        await KillOneAsync();

        _sandbox.Always().After(AnswerDuringStart).Succeeds();
        Start($"{Victim}again");
        await ArrivalsAsync(1, $"{Victim}again");
        _sandbox.Always().After(answer).Succeeds();

        Dictionary<string, int> answered = [];
        foreach (WorkerProcess worker in _workers) answered.Add(worker.Name, await worker.AnsweredAsync());
        Answered = answered;
        Arrivals = _sandbox.Requests;
        Budgets = await ReadBudgetsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerProcess worker in _workers) await worker.DisposeAsync();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string BudgetFile => Path.Combine(_folder.FullName, "budgets.db");

    private void Start(string name) =>
        _workers.Add(WorkerProcess.Start(name, _sandbox!.Address, _sandbox.Account, BudgetFile, Concurrency));

    private async Task ArrivalsAsync(int count, string? sender = null)
    {
        while (_sandbox!.Requests.Count(request => sender is null || SenderOf(request) == sender) < count)
        {
            if (_workers.Find(worker => worker.HasEnded) is { } ended)
                Assert.Fail($"{ended.Name} ended too soon, after {await ended.AnsweredAsync()} calls.");
            await Task.Delay(Glance);
        }
    }

    private async Task KillOneAsync()
    {
        // Whose request came last is surely calling.
        Victim = SenderOf(_sandbox!.Requests[^1]);
        WorkerProcess victim = _workers.Single(worker => worker.Name == Victim);
        await victim.KillAsync();
        ArrivedAtKill = _sandbox.Requests.Count;
        _workers.Remove(victim);
        await victim.DisposeAsync();
    }

    private async Task<IReadOnlyList<BudgetState>> ReadBudgetsAsync()
    {
        SandboxAccount account = _sandbox!.Account;
        await using SqliteBudgetStore budgets = new(BudgetFile);
        var twitter = new TwitterClient(
            new OAuth1Credentials(account.ConsumerKey, account.ConsumerSecret, account.Token, account.TokenSecret),
            new ApiClientOptions { BudgetStore = budgets });
        return await twitter.Friendships.Budgets.Create.ReadAsync();
    }
}
