using System.Collections.Generic;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints how requests are signed, as far as it isn't the usual way.</summary>
internal static class OAuth1Emitter
{
    public static void Emit(SourceWriter writer, OAuth1SchemeModel? scheme)
    {
        if (scheme is null) return;
        List<string> unusual = [];
        if (scheme.Signature != OAuth1SignatureMethod.HmacSha1)
            unusual.Add($"Signature = {RuntimeNames.OAuth1SignatureMethod}.{scheme.Signature}");
        if (scheme.Send != OAuth1Transmission.Header)
            unusual.Add($"Send = {RuntimeNames.OAuth1Transmission}.{scheme.Send}");
        if (scheme.Realm is not null) unusual.Add($"Realm = {CSharpText.Literal(scheme.Realm)}");
        if (scheme.BodyHash) unusual.Add("BodyHash = true");
        if (scheme.SendsEmptyToken) unusual.Add("SendsEmptyToken = true");
        if (!scheme.SendsVersion) unusual.Add("SendsVersion = false");
        if (unusual.Count == 0) return;
        using (writer.Block($"Signing = new {RuntimeNames.OAuth1Scheme}", "},"))
        {
            foreach (string property in unusual) writer.Line($"{property},");
        }
    }
}
