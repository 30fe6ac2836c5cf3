namespace ApiGen.OAuth;

/// <summary>
/// Hands out the credentials of calls, so that they may be rotated or renewed while a client is in use. Credentials
/// are a source of themselves.
/// </summary>
/// <typeparam name="TCredentials">
/// Their kind, which says what a client can do: one that calls for a user takes no source of <see cref="AppToken"/>.
/// </typeparam>
/// <remarks>
/// <para>
/// A client asks before every attempt, from many threads at once, and before it reserves a budget: whose budget that
/// is, the credentials say. Answer from memory, and with the same instance as long as nothing changed: what signing
/// prepares is kept with it.
/// </para>
/// <para>
/// The time that a source takes is part of the call's; the token is cancelled when that is over.
/// </para>
/// </remarks>
public interface ICredentialSource<TCredentials>
    where TCredentials : ApiCredentials
{
    /// <summary>Gives the credentials of the next attempt.</summary>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    ValueTask<TCredentials> GetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Gives others in place of credentials that the server refused with 401. The call is then tried once more, with a
    /// permit of its own.
    /// </summary>
    /// <param name="refused">What the call was authorised with, which may meanwhile have been replaced.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>Other credentials, or null if there are none: the refusal then stands. By default, null.</returns>
    ValueTask<TCredentials?> RenewAsync(TCredentials refused, CancellationToken cancellationToken) => new(result: null);
}
