using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>The answers that a test asked for and that are still to be given.</summary>
internal sealed class Script(ApiDescription api)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(ScriptedAnswer Answer, int Left)> _next = [];
    private readonly List<ScriptedAnswer> _always = [];

    public void Add(ScriptedAnswer answer)
    {
        lock (_lock)
        {
            if (answer.Times is { } times) _next.AddLast((answer, times));
            else _always.Add(answer);
        }
    }

    /// <summary>
    /// Takes the answer for a request: the oldest counted one that fits, else the newest standing one.
    /// </summary>
    public ScriptedAnswer? Take(EndpointDescriptor endpoint)
    {
        lock (_lock)
        {
            for (var node = _next.First; node is not null; node = node.Next)
            {
                (ScriptedAnswer answer, int left) = node.Value;
                if (!Fits(answer, endpoint)) continue;

                if (left > 1) node.Value = (answer, left - 1);
                else _next.Remove(node);
                return answer;
            }

            return _always.FindLast(answer => Fits(answer, endpoint));
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _always.Clear();
        }
    }

    public void RequireEndpoint(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!api.Endpoints.Any(endpoint => endpoint.Endpoint.Name == name))
        {
            throw new ArgumentException(
                $"{api.Api.Name} has no endpoint '{name}'. It has: {Endpoints()}.", nameof(name));
        }

        string Endpoints() => string.Join(", ", api.Endpoints.Select(endpoint => endpoint.Endpoint.Name));
    }

    public void RequireFailure(string name, string? endpoint)
    {
        ArgumentNullException.ThrowIfNull(name);
        EndpointDescriptor[] meant =
            [.. api.Endpoints.Select(each => each.Endpoint).Where(each => endpoint is null || each.Name == endpoint)];
        if (!meant.Any(each => DeclaredFailures.Named(name, each) is not null))
        {
            throw new ArgumentException(
                $"{endpoint ?? api.Api.Name} declares no failure '{name}'. It declares: {Names()}.", nameof(name));
        }

        string Names() =>
            string.Join(", ", meant.SelectMany(DeclaredFailures.Of).Select(failure => failure.Name).Distinct());
    }

    private static bool Fits(ScriptedAnswer answer, EndpointDescriptor endpoint) =>
        (answer.Endpoint is null || answer.Endpoint == endpoint.Name)
        && (answer.Failure is null || DeclaredFailures.Named(answer.Failure, endpoint) is not null);
}
