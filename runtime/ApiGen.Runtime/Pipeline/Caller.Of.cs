using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>A caller by credentials of one kind.</summary>
internal sealed class Caller<TCredentials>(ICredentialSource<TCredentials> source, UserIdSource userId) : Caller
    where TCredentials : ApiCredentials
{
    /// <summary>The identity of the last attempt, kept while the source hands out the same credentials.</summary>
    private CallIdentity? _last;

    public override bool CanRenew => source is not ApiCredentials;

    public override ValueTask<CallIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        ValueTask<TCredentials> credentials = source.GetAsync(cancellationToken);
        return credentials.IsCompletedSuccessfully
            ? new(Of(credentials.Result))
            : AwaitAsync(credentials);
    }

    public override async ValueTask<bool> RenewAsync(CallIdentity refused, CancellationToken cancellationToken)
    {
        try
        {
            return refused.Credentials is TCredentials credentials
                && await source.RenewAsync(credentials, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Told apart from a failure of the call's own transport, which leaves its outcome unknown.</summary>
    private static ApiException Unavailable(Exception exception) =>
        new($"The source of credentials failed, and nothing was sent: {exception.Message}", exception)
        {
            Means = FailureMeaning.NotSent,
        };

    private async ValueTask<CallIdentity> AwaitAsync(ValueTask<TCredentials> credentials)
    {
        try
        {
            return Of(await credentials.ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unavailable(exception);
        }
    }

    private CallIdentity Of(TCredentials credentials)
    {
        CallIdentity? last = _last;
        if (last is null || !ReferenceEquals(last.Credentials, credentials))
            _last = last = new CallIdentity(credentials, userId);
        return last;
    }
}
