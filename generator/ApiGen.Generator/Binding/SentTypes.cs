using System;
using System.Collections.Generic;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>The objects of an API that calls send: those that are parameters, and all that their fields use.</summary>
internal static class SentTypes
{
    public static IReadOnlyCollection<string> Of(IEnumerable<SpecNames> files)
    {
        var types = new Dictionary<string, TypeName>(StringComparer.Ordinal);
        var left = new Stack<string>();
        foreach (SpecNames file in files)
        {
            foreach (TypeName type in file.Types) types[type.Name] = type;
            foreach (string name in file.Sent) left.Push(name);
        }

        var sent = new SortedSet<string>(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            bool isNew = types.TryGetValue(left.Pop(), out TypeName type)
                && type.Kind == TypeKind.Object && sent.Add(type.Name);
            foreach (string name in isNew ? type!.Uses : []) left.Push(name);
        }

        return sent;
    }
}
