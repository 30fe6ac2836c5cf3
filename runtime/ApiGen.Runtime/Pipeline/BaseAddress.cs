using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>What a client appends the paths of its endpoints to, as it is sent and as it is signed.</summary>
internal sealed class BaseAddress
{
    /// <summary>Takes the address apart.</summary>
    /// <param name="address">An absolute address with no query; it may have a path.</param>
    /// <param name="signed">How it is signed, if that is known already; else null.</param>
    public BaseAddress(Uri address, string? signed = null)
    {
        Sent = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Signed = signed ?? SignatureBaseString.OriginOf(address);
    }

    /// <summary>Takes the address of a server that the spec names.</summary>
    public BaseAddress(HostDescriptor host)
        : this(new Uri(host.Address), host.SignedOrigin)
    {
    }

    /// <summary>Without a slash at its end.</summary>
    public string Sent { get; }

    /// <summary>The same, encoded for a signature base string.</summary>
    public string Signed { get; }
}
