using ApiGen.CompilerServices;
using ApiGen.Sandbox.Limits;

namespace ApiGen.Sandbox.Serving;

/// <summary>
/// The requests in the order of their arrival. A request gets its moment, its place in the log and its place in the
/// limits in one step, so that whoever counts the log finds what the limits counted.
/// </summary>
internal sealed class ArrivalLog(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<SandboxRequest> _requests = [];
    private readonly LimitGate _limits = new();

    /// <summary>Logs a request, and counts it if it was signed for an app or needs no signature.</summary>
    /// <returns>What the limits say of it.</returns>
    public Admission Add(SandboxRequest request, EndpointDescriptor? endpoint)
    {
        lock (_lock)
        {
            request.Arrived = clock.GetUtcNow();
            _requests.Add(request);
            return endpoint is null || (request.App is null && endpoint.Auth != AuthMode.None)
                ? Admission.Uncounted
                : _limits.Admit(request, endpoint);
        }
    }

    /// <summary>Ends a request, which may happen twice: when its answer begins, and when nothing more comes.</summary>
    public void Leave(SandboxRequest request)
    {
        lock (_lock) _limits.Leave(request);
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_lock) return [.. _requests];
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _limits.Clear();
        }
    }
}
