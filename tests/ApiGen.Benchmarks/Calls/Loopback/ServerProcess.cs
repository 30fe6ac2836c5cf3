using System.Diagnostics;
using System.Globalization;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Calls.Loopback;

/// <summary>The server's process, as the clients' side sees it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The word on the command line that makes a server of this program.</summary>
    public const string Command = "serve";

    private readonly Process _process;

    private ServerProcess(Process process, Uri[] addresses)
    {
        _process = process;
        (Http, Https) = (addresses[0], addresses[1]);
    }

    public Uri Http { get; }

    public Uri Https { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        ProcessStartInfo start = OwnProcess.With(Command);
        start.RedirectStandardInput = true;
        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server didn't start.");
        return new ServerProcess(process, [.. line.Split(' ').Select(address => new Uri(address))]);
    }

    /// <summary>How many TLS connections were opened so far.</summary>
    public async Task<int> CountConnectionsAsync()
    {
        using var client = new HttpClient();
        string count = await client.GetStringAsync(new Uri(Http, "/connections"));
        return int.Parse(count, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
