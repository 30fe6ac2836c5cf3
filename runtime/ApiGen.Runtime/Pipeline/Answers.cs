using System.Globalization;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Makes of what came back, or didn't, a value or an exception.</summary>
internal static class Answers
{
    public static T Read<T>(ApiCall<T> call, HttpResponseMessage response, ResponseBody body)
    {
        if (!response.IsSuccessStatusCode) throw Refused(call, response, body);
        try
        {
            return JsonBody.Read(body.Bytes, call.Read);
        }
        catch (ApiFormatException exception)
        {
            throw new ApiFormatException(exception.Path, exception.Problem, exception)
            {
                Endpoint = call.Endpoint.Name,
                StatusCode = response.StatusCode,
                Headers = response.Headers,
                Body = body.ToString(),
            };
        }
    }

    public static ApiException TimedOut(
        EndpointDescriptor endpoint, TimeSpan timeout, HttpResponseMessage? response, Exception exception)
    {
        string seconds = timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        string message = $"{endpoint.Name} got no whole answer within {seconds} s. The call may have taken effect.";
        return Unknown(endpoint, message, response, new TimeoutException(message, exception));
    }

    public static ApiException Broken(
        EndpointDescriptor endpoint, HttpRequestMessage request, HttpResponseMessage? response, Exception exception)
    {
        string host = request.RequestUri!.Authority;
        bool neverLeft = exception is HttpRequestException failure && TransportFailure.NeverLeft(failure, request);
        if (!neverLeft)
        {
            string message = $"The connection to {host} broke before {endpoint.Name} was answered. "
                + "The call may have taken effect.";
            return Unknown(endpoint, message, response, exception);
        }

        return new ApiException($"{host} can't be reached: {exception.Message.TrimEnd('.')}.", exception)
        {
            Endpoint = endpoint.Name,
            Means = FailureMeaning.NotSent,
        };
    }

    private static ApiException Unknown(
        EndpointDescriptor endpoint, string message, HttpResponseMessage? response, Exception exception) =>
        new(message, exception)
        {
            Endpoint = endpoint.Name,
            StatusCode = response?.StatusCode,
            Headers = response?.Headers,
            Means = FailureMeaning.OutcomeUnknown,
        };

    private static string Redacted(ApiCall call, string text) => call.Identity?.Credentials.Redact(text) ?? text;

    private static ApiException Refused(ApiCall call, HttpResponseMessage response, ResponseBody body)
    {
        EndpointDescriptor endpoint = call.Endpoint;
        (string? code, string? serverMessage) = ErrorBody.Read(endpoint.Api.Errors, body.Bytes);

        // A server that repeats what it was sent, such as the text it expected to be signed, repeats the token.
        serverMessage = serverMessage is null ? null : Redacted(call, serverMessage);
        int status = (int)response.StatusCode;
        FailureDescriptor? failure = Failures.Find(endpoint, status, code);
        string codeText = code is null ? "" : $", code {code}";
        string name = failure is null ? "" : $" ({failure.Name})";
        string words = MessageNotes.Read(response.RequestMessage, MessageNotes.Refusal)
            ?? serverMessage ?? failure?.Summary ?? response.ReasonPhrase ?? "no reason given";
        return new ApiException($"{endpoint.Name} was refused with {status}{codeText}{name}: {words}")
        {
            Endpoint = endpoint.Name,
            StatusCode = response.StatusCode,
            Code = code,
            Name = failure?.Name,
            Means = failure?.Means ?? Failures.MeaningOf(status),
            ServerMessage = serverMessage,
            Body = Redacted(call, body.ToString()),
            Headers = response.Headers,
            Signing = MessageNotes.Read(response.RequestMessage, MessageNotes.Explanation),
        };
    }
}
