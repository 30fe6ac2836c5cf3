using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using ApiGen.CompilerServices;
using ApiGen.OAuth;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>Makes of what came back, or didn't, a value or an exception.</summary>
internal static class Answers
{
    private const string MayHaveEffect = "The call may have taken effect.";
    private const string NothingSent = "Nothing was sent.";

    public static TResult Read<T, TResult>(
        ApiCall<T> call, HttpResponseMessage response, ResponseBody body, AnswerSelector<T, TResult> select)
    {
        bool mayBeFailure = !response.IsSuccessStatusCode || call.Endpoint.MayFailInSuccess;
        if (mayBeFailure && ErrorBody.Read(call.Endpoint, response.IsSuccessStatusCode, body.Bytes) is { } words)
            throw Refused(call, response, body, words);
        try
        {
            return select(response, body.Bytes, AnswerBody.Read(call, response, body.Bytes));
        }
        catch (ApiFormatException exception)
        {
            throw new ApiFormatException(exception.Path, exception.Problem, exception)
            {
                Endpoint = call.Endpoint.Name,
                StatusCode = response.StatusCode,
                Headers = HeadersOf(call, response),
                Body = Redacted(call, body.ToString()),
            };
        }
    }

    public static ApiException TimedOut(
        ApiCall call, TimeSpan timeout, HttpResponseMessage? response, Exception exception)
    {
        string name = call.Endpoint.Name;
        string seconds = timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (call.HasLeft)
        {
            string unanswered = $"{name} got no whole answer within {seconds} s. {MayHaveEffect}";
            return Unknown(call, unanswered, response, new TimeoutException(unanswered, exception));
        }

        string unsent = $"{name} was still waiting for credentials or budgets after {seconds} s. {NothingSent}";
        return NotSent(call.Endpoint, unsent, new TimeoutException(unsent, exception));
    }

    /// <summary>What there is to know of a call that its caller cancelled.</summary>
    public static string GivenUp(ApiCall call) =>
        $"{call.Endpoint.Name} was cancelled. {(call.HasLeft ? MayHaveEffect : NothingSent)}";

    public static ApiException Broken(
        ApiCall call, HttpRequestMessage request, HttpResponseMessage? response, Exception exception)
    {
        string host = request.RequestUri!.Authority;
        bool neverLeft = response is null && exception is HttpRequestException failure
            && TransportFailure.NeverLeft(failure, request);
        if (!neverLeft)
        {
            string message = $"The connection to {host} broke before {call.Endpoint.Name} was answered. "
                + MayHaveEffect;
            return Unknown(call, message, response, exception);
        }

        string unreachable = $"{host} can't be reached: {exception.Message.TrimEnd('.')}.";
        return call.HasLeft
            ? Unknown(call, $"{unreachable} An attempt before this one was sent. {MayHaveEffect}", response, exception)
            : NotSent(call.Endpoint, unreachable, exception);
    }

    /// <summary>A body couldn't be sent, or not to its end.</summary>
    public static ApiException Unreadable(ApiCall call, BodyUnreadableException exception)
    {
        string message = $"{call.Endpoint.Name}: {exception.Message} ";
        return call.HasLeft
            ? Unknown(call, message + MayHaveEffect, response: null, exception)
            : NotSent(call.Endpoint, message + NothingSent, exception);
    }

    private static ApiException NotSent(EndpointDescriptor endpoint, string message, Exception exception) =>
        new(message, exception)
        {
            Endpoint = endpoint.Name,
            Means = FailureMeaning.NotSent,
        };

    private static ApiException Unknown(
        ApiCall call, string message, HttpResponseMessage? response, Exception exception) =>
        new(message, exception)
        {
            Endpoint = call.Endpoint.Name,
            StatusCode = response?.StatusCode,
            Headers = response is null ? null : HeadersOf(call, response),
            Means = FailureMeaning.OutcomeUnknown,
        };

    // A server that repeats what it was sent, such as the text it expected to be signed, repeats the token.
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Redacted(ApiCall call, string? text) =>
        text is null ? null : call.Redact(call.Identity?.Credentials.Redact(text) ?? text);

    private static HttpResponseHeaders HeadersOf(ApiCall call, HttpResponseMessage response)
    {
        Secrets.Redact(response.Headers, value => Redacted(call, value));
        return response.Headers;
    }

    private static ApiException Refused(
        ApiCall call, HttpResponseMessage response, ResponseBody body, ErrorWords words)
    {
        EndpointDescriptor endpoint = call.Endpoint;
        string? code = words.Code;
        string? serverMessage = Redacted(call, words.Message);
        int status = (int)response.StatusCode;
        FailureDescriptor? failure = Failures.Find(endpoint, status, code);
        string codeText = code is null ? "" : $", code {code}";
        string name = failure is null ? "" : $" ({failure.Name})";
        string reason = MessageNotes.Read(response.RequestMessage, MessageNotes.Refusal)
            ?? serverMessage ?? failure?.Summary ?? response.ReasonPhrase ?? "no reason given";
        string message = $"{endpoint.Name} was refused with {status}{codeText}{name}: {reason}";
        return new ApiException(Redacted(call, message))
        {
            Endpoint = endpoint.Name,
            StatusCode = response.StatusCode,
            Code = Redacted(call, code),
            Name = failure?.Name,
            Means = failure?.Means ?? Failures.MeaningOf(status),
            ServerMessage = serverMessage,
            Body = Redacted(call, body.ToString()),
            Headers = HeadersOf(call, response),
            Signing = MessageNotes.Read(response.RequestMessage, MessageNotes.Explanation) is { } explanation
                ? call.Redact(explanation)
                : null,
        };
    }
}
