using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ApiGen.CompilerServices;
using ApiGen.Pipeline;

namespace ApiGen.SignIn;

/// <summary>
/// Asks an API's token endpoints. They draw on no budget and pass no outer handler; what they answer is secret, and
/// stays out of every exception.
/// </summary>
internal sealed class TokenServer : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");

    private readonly HttpMessageInvoker _invoker;
    private readonly Uri? _baseAddress;
    private readonly string _apiBase;
    private readonly string? _userAgent;
    private readonly TimeSpan _timeout;

    public TokenServer(ApiDescriptor api, ApiClientOptions? options)
    {
        options ??= new ApiClientOptions();
        ApiName = api.Name;
        TimeProvider = options.TimeProvider;
        _timeout = options.Timeout;
        _baseAddress = options.BaseAddress;
        _apiBase = api.BaseAddress;
        _userAgent = options.UserAgent;
        _invoker = new HttpMessageInvoker(options.PrimaryHandler ?? PrimaryHandlers.Shared, disposeHandler: false);
    }

    public string ApiName { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>
    /// The whole address of a path or URL of the spec. Where the program calls another server than the spec's, it asks
    /// that server for tokens too.
    /// </summary>
    /// <exception cref="ArgumentException">Secrets would be sent there without TLS.</exception>
    public Uri AddressOf(string pathOrUrl)
    {
        bool isPath = pathOrUrl.StartsWith('/');
        string path = isPath ? pathOrUrl : new Uri(pathOrUrl).AbsolutePath;
        var address = _baseAddress is not null ? new Uri(_baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + path)
            : isPath ? new Uri(_apiBase + path)
            : new Uri(pathOrUrl);
        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback
            ? address
            : throw new ArgumentException($"Secrets aren't sent to {address.Authority} without TLS: use https.");
    }

    /// <summary>Sends a form and reads the answer, whatever its status.</summary>
    /// <exception cref="SignInException">There was no answer.</exception>
    public async Task<TokenAnswer> PostAsync(
        Uri address, string? authorization, string form, CancellationToken cancellationToken)
    {
        using var deadline = new CallDeadline(_timeout, TimeProvider);
        deadline.Start(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        request.Content.Headers.ContentType = FormType;
        request.Headers.TryAddWithoutValidation("Accept", "application/json, application/x-www-form-urlencoded;q=0.9");
        if (_userAgent is not null) request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        try
        {
            using HttpResponseMessage response =
                await _invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, deadline.Token).ConfigureAwait(false);
            string body = await response.Content.ReadAsStringAsync(deadline.Token).ConfigureAwait(false);
            return new TokenAnswer(address, authorization, response, body);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            string seconds = _timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            throw NoAnswer(address, $"{address.AbsolutePath} gave no token within {seconds} s.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw NoAnswer(address, $"{address.Authority} gave no token: {exception.Message}", exception);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private static SignInException NoAnswer(Uri address, string message, Exception exception) =>
        new(SignInFailure.NoAnswer, message, exception)
        {
            Endpoint = address.AbsolutePath,
            Means = FailureMeaning.NotSent,
        };
}
