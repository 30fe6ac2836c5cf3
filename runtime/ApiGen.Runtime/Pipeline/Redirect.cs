using System.Net;

namespace ApiGen.Pipeline;

/// <summary>Where an answer points to, and why it isn't followed if it isn't.</summary>
internal sealed record Redirect(Uri Target, string? Refusal)
{
    /// <summary>The redirect that an answer is, or null if it is something else.</summary>
    public static Redirect? Of(HttpRequestMessage request, HttpResponseMessage response)
    {
        bool isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
            or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || response.Headers.Location is not { } location) return null;

        var present = new Uri(request.RequestUri!.OriginalString);
        var target = new Uri(present, location);
        return new Redirect(CallMessage.UriOf(target.GetLeftPart(UriPartial.Query)), Refuse(request, response, target));
    }

    private static string? Refuse(HttpRequestMessage request, HttpResponseMessage response, Uri target)
    {
        Uri present = request.RequestUri!;
        bool isSameOrigin = target.Scheme == present.Scheme && target.Port == present.Port
            && string.Equals(target.IdnHost, present.IdnHost, StringComparison.OrdinalIgnoreCase);
        if (!isSameOrigin)
            return $"it was redirected to another origin, {Origin(target)}, and no signature is sent there";

        // These two statuses alone say that method and body stay (RFC 9110 §15.4).
        bool isKept = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        if (!isKept) return $"it was redirected, and by this status a {request.Method} would become a GET";

        // A URL that was signed when it was sent comes back with its spent parameters.
        return target.Query.Contains("oauth_", StringComparison.Ordinal)
            ? "it was redirected to a URL with parameters of OAuth in it, which can't be signed again"
            : null;
    }

    private static string Origin(Uri address) => $"{address.Scheme}://{address.Authority}";
}
