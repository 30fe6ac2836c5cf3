using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Answers the calls of storms, and stamps each when it arrives, as a rate-limiting server would.</summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _clients = [];
    private readonly List<(int User, TimeSpan At)> _calls = [];
    private readonly SortedList<int, TaskCompletionSource> _awaited = [];
    private readonly Task _accepting;

    public CountingServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public (int User, TimeSpan At)[] Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Waits until so many calls have arrived.</summary>
    public Task ArrivedAsync(int calls)
    {
        lock (_lock)
        {
            if (_calls.Count >= calls)
                return Task.CompletedTask;
            var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add(calls, awaited);
            return awaited.Task;
        }
    }

    /// <summary>The most calls that arrived in an interval of a length, half-open, of all users or of one.</summary>
    public int MostWithin(TimeSpan window, int? user = null)
    {
        TimeSpan[] arrivals =
            [.. Calls.Where(call => user is null || call.User == user).Select(call => call.At).Order()];
        int most = 0;
        for (int first = 0, next = 0; first < arrivals.Length; first++)
        {
            while (next < arrivals.Length && arrivals[next] - arrivals[first] < window)
                next++;
            most = Math.Max(most, next - first);
        }

        return most;
    }

    /// <summary>Hangs up, which ends the storms that wait for slots.</summary>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        lock (_lock)
            _clients.ForEach(client => client.Dispose());
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                lock (_lock)
                    _clients.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
            while (await reader.ReadLineAsync() is { } line)
            {
                Count(int.Parse(line, CultureInfo.InvariantCulture));
                await writer.WriteLineAsync("ok");
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // A storm was killed, or this server is at its end.
        }
    }

    private void Count(int user)
    {
        lock (_lock)
        {
            _calls.Add((user, Stopwatch.GetElapsedTime(0)));
            while (_awaited.Count > 0 && _awaited.GetKeyAtIndex(0) <= _calls.Count)
            {
                _awaited.GetValueAtIndex(0).SetResult();
                _awaited.RemoveAt(0);
            }
        }
    }
}
