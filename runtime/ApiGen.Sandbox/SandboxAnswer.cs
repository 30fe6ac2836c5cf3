using System.Net;
using System.Text;
using ApiGen.Sandbox.Answers;

namespace ApiGen.Sandbox;

/// <summary>
/// A sentence that says how a sandbox answers coming requests: <c>sandbox.Next().Fails("Blocked")</c>,
/// <c>sandbox.Next(3).On("friendships/create").After(delay).HangsUp()</c>. It begins at <see cref="Sandbox.Next"/> or
/// <see cref="Sandbox.Always"/>, and holds from its verb on.
/// </summary>
/// <remarks>
/// It replaces the answer of requests that are right in themselves. One with a bad signature, over its limit or with a
/// wrong parameter is refused for that, and the sentence waits for the next. A request so answered was counted by its
/// limits all the same, as a server would.
/// </remarks>
public sealed class SandboxAnswer
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(49);

    private readonly Script _script;
    private readonly ScriptedAnswer _answer;

    internal SandboxAnswer(Script script, ScriptedAnswer answer)
    {
        _script = script;
        _answer = answer;
    }

    /// <summary>Keeps to the requests of one endpoint.</summary>
    /// <param name="endpoint">Its name in the spec, as <c>friendships/create</c>.</param>
    /// <exception cref="ArgumentException">The API has no such endpoint.</exception>
    public SandboxAnswer On(string endpoint)
    {
        _script.RequireEndpoint(endpoint);
        return new(_script, _answer with { Endpoint = endpoint });
    }

    /// <summary>
    /// Waits before it answers or hangs up. The request is counted when it arrives, not when the wait is over.
    /// </summary>
    /// <param name="delay">How long, by the sandbox's clock; from nothing to 49 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or longer.</exception>
    public SandboxAnswer After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        return new(_script, _answer with { Delay = delay });
    }

    /// <summary>
    /// Adds a header to the answer, in place of the sandbox's own of that name: <c>Retry-After</c>, <c>Date</c>, or one
    /// that reports a limit, so that the server disagrees with the spec.
    /// </summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value, in printable ASCII.</param>
    /// <exception cref="ArgumentException">The name is empty, or the value has other characters.</exception>
    public SandboxAnswer WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!Ascii.IsValid(value) || value.Any(char.IsControl))
        {
            throw new ArgumentException($"The value of the header {name} is not printable ASCII.", nameof(value));
        }

        return new(_script, _answer with { Headers = [.. _answer.Headers, new(name, value)] });
    }

    /// <summary>Leaves out a header that the sandbox would send, such as one that reports a limit.</summary>
    /// <param name="name">The name of the header.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SandboxAnswer WithoutHeader(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(_script, _answer with { Headers = [.. _answer.Headers, new(name, null)] });
    }

    /// <summary>
    /// Answers as if nothing had been said: the endpoint's example. Of use after a delay or amid standing failures.
    /// </summary>
    public void Succeeds() => _script.Add(_answer);

    /// <summary>Answers a failure that the spec declares, with its status and code in the API's own layout.</summary>
    /// <param name="failure">
    /// The spec's name for it, as <c>AlreadyRequested</c>. Without <see cref="On"/> it is kept for endpoints that
    /// declare it, themselves or through their API.
    /// </param>
    /// <exception cref="ArgumentException">No endpoint that is meant declares such a failure.</exception>
    public void Fails(string failure)
    {
        _script.RequireFailure(failure, _answer.Endpoint);
        _script.Add(_answer with { Failure = failure });
    }

    /// <summary>Answers what is given, declared or not: a gateway's HTML, a success that can't be read…</summary>
    /// <param name="status">The status, from 200 on.</param>
    /// <param name="body">
    /// The body, sent as UTF-8 and as <c>application/json</c> unless a header says otherwise; none by default.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not between 200 and 599.</exception>
    /// <exception cref="ArgumentException">HTTP allows no body with this status, and there is one.</exception>
    public void Answers(HttpStatusCode status, string body = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        if (body.Length > 0
            && status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
        {
            throw new ArgumentException($"HTTP allows no body with status {(int)status}.", nameof(body));
        }

        _script.Add(_answer with { Raw = Answer.Json((int)status, body) });
    }

    /// <summary>
    /// Closes the connection in good order and with not a byte answered, as a server that restarts does: the caller
    /// can't know whether the call took effect.
    /// </summary>
    /// <remarks>
    /// .NET's own handler takes such a close as leave to send a request that has no content again, with the same
    /// nonce and without asking. <see cref="Sandbox.Requests"/> then has it twice.
    /// </remarks>
    public void HangsUp() => _script.Add(_answer with { Delivery = Delivery.HangUp });

    /// <summary>Resets the connection with not a byte answered, as a crash does.</summary>
    public void Resets() => _script.Add(_answer with { Delivery = Delivery.Reset });

    /// <summary>Answers the endpoint's example and closes the connection halfway through its body.</summary>
    public void HangsUpMidway() => _script.Add(_answer with { Delivery = Delivery.HangUpMidway });

    /// <summary>Keeps the connection open and silent until the caller gives up, or the sandbox is disposed.</summary>
    public void NeverAnswers() => _script.Add(_answer with { Delivery = Delivery.Never });
}
