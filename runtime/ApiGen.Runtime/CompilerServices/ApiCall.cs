using System.ComponentModel;
using ApiGen.Pipeline;

namespace ApiGen.CompilerServices;

/// <summary>
/// The arguments of one call, encoded as they are sent. Filled by generated code, in the order of the signature.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ApiCall
{
    private int _attemptsThatLeft;

    private protected ApiCall(EndpointDescriptor endpoint) => Endpoint = endpoint;

    /// <summary>What is called.</summary>
    internal EndpointDescriptor Endpoint { get; }

    /// <summary>On whose behalf it is made, once it is.</summary>
    internal Caller Caller { get; private set; } = null!;

    /// <summary>The values by which limits count it apart.</summary>
    internal CountedValues CountedValues { get; private set; } = CountedValues.NoneOfCall;

    /// <summary>Who made the last attempt at it, or null before the first.</summary>
    internal CallIdentity? Identity { get; set; }

    /// <summary>Where the call is sent, once a request was made of it.</summary>
    internal Uri? Address { get; set; }

    /// <summary>Whether an attempt at it was given to the network, of which the server may know.</summary>
    internal bool HasLeft => Volatile.Read(ref _attemptsThatLeft) > 0;

    /// <summary>When the call is given up, once it is under way.</summary>
    internal CallDeadline? Deadline { get; set; }

    /// <summary>Takes note of who makes it. It is made once: what it holds is given up with its answer.</summary>
    internal void Begin(Caller caller) =>
        Caller = Caller is null ? caller : throw new InvalidOperationException("A call can be made once.");

    /// <summary>Takes note that an attempt is given to the network; several may be at once.</summary>
    internal void Leaves() => Interlocked.Increment(ref _attemptsThatLeft);

    /// <summary>Takes note that an attempt provably never reached the server after all.</summary>
    internal void NeverLeft() => Interlocked.Decrement(ref _attemptsThatLeft);

    /// <summary>Notes the value of a parameter, if a limit counts by it.</summary>
    private protected void Count(int index, ReadOnlySpan<char> value)
    {
        if (!Endpoint.CountsValues || !Endpoint.CountsValueOf[index]) return;
        var values = new Dictionary<string, string?>(CountedValues.Values)
        {
            [Endpoint.Parameters[index].Name] = value.ToString(),
        };
        CountedValues = new CountedValues(values, IsCall: true);
    }
}
