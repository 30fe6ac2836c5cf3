using System.ComponentModel;
using ApiGen.Pipeline;

namespace ApiGen.CompilerServices;

/// <summary>
/// The arguments of one call, encoded as they are sent. Filled by generated code, in the order of the signature.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ApiCall
{
    private protected ApiCall(EndpointDescriptor endpoint) => Endpoint = endpoint;

    /// <summary>What is called.</summary>
    internal EndpointDescriptor Endpoint { get; }

    /// <summary>On whose behalf it is made, once it is.</summary>
    internal Caller Caller { get; set; } = null!;

    /// <summary>Who made the last attempt at it, or null before the first.</summary>
    internal CallIdentity? Identity { get; set; }

    /// <summary>Where the call is sent, once a request was made of it.</summary>
    internal Uri? Address { get; set; }

    /// <summary>Whether an attempt at it was given to the network, of which the server may know.</summary>
    internal bool HasLeft { get; set; }

    /// <summary>When the call is given up, once it is under way.</summary>
    internal CallDeadline? Deadline { get; set; }
}
