using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a <c>hosts:</c> mapping.</summary>
internal static class HostBinder
{
    /// <param name="map">The mapping of names to addresses, or null.</param>
    /// <param name="signing">How requests are signed, if they are.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public static EquatableArray<HostModel> Bind(
        YamlMapping? map, OAuth1SchemeModel? signing, DiagnosticBag diagnostics)
    {
        var hosts = new List<HostModel>();
        foreach (YamlEntry entry in map?.Entries ?? [])
        {
            string name = entry.Key.Value;
            if (!CSharpNames.IsTypeName(name))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.InvalidName, entry.Key.Span, name, "a capital letter, then letters and digits");
            }
            else if (BindAddress(entry, signing, diagnostics) is { } address)
            {
                hosts.Add(new HostModel
                {
                    Name = name,
                    Address = address,
                    SignedOrigin = HostAddress.SignedOriginOf(address),
                });
            }
        }

        return hosts.ToEquatableArray();
    }

    private static string? BindAddress(YamlEntry entry, OAuth1SchemeModel? signing, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlScalar scalar)
        {
            diagnostics.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, entry.Key.Value, "an address");
            return null;
        }

        string? address = HostAddress.Bind(scalar, entry.Key.Value, diagnostics);
        bool isExposed = signing?.Signature == OAuth1SignatureMethod.Plaintext
            && address is not null && !HostAddress.IsPrivate(address);
        if (isExposed)
        {
            diagnostics.Report(
                DiagnosticDescriptors.SigningConflict,
                scalar.Span,
                scalar.Value,
                "PLAINTEXT sends the secrets themselves, and this is not an https address");
        }

        return isExposed ? null : address;
    }
}
