using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.SignIn;
using ApiGen.Sandbox.Verification;
using Microsoft.AspNetCore.Http;

namespace ApiGen.Sandbox;

/// <summary>
/// A server on this machine that stands in for an API, made of nothing but its spec: it checks OAuth 1.0a signatures
/// and parameters, enforces the declared limits, and answers the spec's examples and failures.
/// </summary>
/// <remarks>
/// <para>
/// A request passes, in this order: method and path (404, 405), signature (401, or 400 if it can't be read), limits,
/// parameters, answer. What is refused is refused with the status and code of the failure that the spec declares for
/// it, in the API's own layout, and with a message that says what to change; for a signature, the text that should
/// have been signed. It verifies the signature method that the spec names, in header, query or form, with timestamps
/// within five minutes of its clock.
/// </para>
/// <para>
/// A request with a valid signature is counted when it arrives, whatever it is then answered; one over a limit is
/// refused and takes no slot. In every interval of a limit's window no more slots are taken than the limit's count,
/// those of a pool by all its endpoints together; of calls at once, no more are ever under way. Whether the users of
/// an app share fairly is not the server's business.
/// </para>
/// <para>
/// Every answer to a request with a valid signature has the limit headers that the spec names, if one of the call's
/// limits is of their scope and window: what is left, and when more is.
/// </para>
/// <para>
/// Where the spec says where tokens are had, it hands them out there: temporary tokens and tokens of OAuth 1.0a, and by
/// OAuth 2.0 those of client credentials, of authorization codes with PKCE, and of refresh tokens. There is nobody to
/// ask for leave: who opens the authorize address has said yes, and with <c>&amp;answer=no</c> in its query, no. It
/// shows a PIN where the app asked for one, and redirects where it gave a callback.
/// </para>
/// <para>
/// Every sandbox stands alone: any number may run in one process, on ports of their own, and any thread may use one.
/// Of two endpoints with the same method and path, the first is served.
/// </para>
/// </remarks>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly BearerTokens _tokens;
    private readonly RequestHandler _handler;
    private readonly ReplyWriter _writer;
    private LoopbackServer? _server;
    private int _disposed;

    private Sandbox(ApiDescription api, SandboxOptions options)
    {
        Account = SandboxAccount.Random();
        Accounts accounts = new([Account, .. options.Accounts]);
        _tokens = new(options.TimeProvider, options.TokenLifetime);
        _handler = new(
            api,
            new SignInServer(
                api.Api, accounts, _tokens, SandboxAccount.UserOf(options.Accounts, Account), options.TimeProvider),
            new CallerVerifier(api.Api, accounts, _tokens, options.TimeProvider),
            options.TimeProvider);
        _writer = new(_handler.Arrivals, options.TimeProvider, _stopping.Token);
    }

    /// <summary>Where it listens, as <c>http://127.0.0.1:49152/</c>: the base address for a client.</summary>
    public Uri Address => _server!.Address;

    /// <summary>An account that may call, made up at start and different every time.</summary>
    public SandboxAccount Account { get; }

    /// <summary>
    /// What arrived up to now, refused requests too, in the order of <see cref="SandboxRequest.Arrived"/>. A list of
    /// its own each time, which doesn't grow; it holds the requests since the start or the last <see cref="Reset"/>.
    /// </summary>
    public IReadOnlyList<SandboxRequest> Requests => _handler.Arrivals.Snapshot();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="api">What it serves; a generated client has it as <c>TwitterClient.Api</c>.</param>
    /// <param name="options">The clock and further accounts; the defaults if null.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>A sandbox that listens. Dispose of it to stop it.</returns>
    /// <exception cref="ArgumentException">
    /// An account is given twice, two accounts of one app differ in its secret, or an example in the spec isn't JSON.
    /// </exception>
    public static async Task<Sandbox> StartAsync(
        ApiDescription api, SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Sandbox sandbox = new(api, options ?? new());
        try
        {
            sandbox._server =
                await LoopbackServer.StartAsync(sandbox.HandleAsync, cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Begins a sentence on the next requests that are right in themselves. Several are used up in the order they were
    /// said, and before what is said of <see cref="Always"/>.
    /// </summary>
    /// <param name="times">For how many requests it holds; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public SandboxAnswer Next(int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return new(_handler.Script, new ScriptedAnswer { Times = times });
    }

    /// <summary>
    /// Begins a sentence on all coming requests that are right in themselves. The last one said holds.
    /// </summary>
    public SandboxAnswer Always() => new(_handler.Script, new ScriptedAnswer { Times = null });

    /// <summary>
    /// Forgets what was said of coming requests, what arrived and what was counted, so that one sandbox may serve
    /// test after test. Nonces stay spent.
    /// </summary>
    public void Reset()
    {
        _handler.Script.Clear();
        _handler.Arrivals.Clear();
    }

    /// <summary>
    /// Takes back every bearer token that was handed out, as a service does that finds an app in breach. Refresh tokens
    /// stay good.
    /// </summary>
    public void RevokeTokens() => _tokens.RevokeAll();

    /// <summary>Stops it. Requests under way are answered; those that a test made wait are hung up on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;

        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_server is not null) await _server.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        IncomingRequest incoming = await IncomingRequest.ReadAsync(context).ConfigureAwait(false);
        (SandboxRequest request, Reply reply) = _handler.Take(incoming);
        await _writer.WriteAsync(context, request, reply).ConfigureAwait(false);
    }
}
