using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Networks.Architecture.Tests.Support;

/// <summary>
/// Which type uses which, read from compiled code: signatures, fields, bodies, attributes, type arguments. A constant
/// leaves no trace: the compiler copies its value.
/// </summary>
internal sealed class CompiledCode
{
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);

    /// <param name="assemblies">Names of files beside the tests.</param>
    public CompiledCode(params IEnumerable<string> assemblies)
    {
        foreach (var name in assemblies)
        {
            using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name));
            foreach (var type in assembly.MainModule.GetTypes())
            {
                ReadType(type);
            }
        }
    }

    /// <summary>Outermost types with what they use, as full names.</summary>
    public IEnumerable<(string User, string Used)> Uses => _uses.SelectMany(pair => pair.Value.Select(used => (pair.Key, used)));

    public IEnumerable<string> Types => _uses.Keys;

    private void ReadType(TypeDefinition type)
    {
        var uses = UsesOf(type);
        Add(uses, type.BaseType);
        type.Interfaces.ToList().ForEach(i => Add(uses, i.InterfaceType));
        type.Fields.ToList().ForEach(f => Add(uses, f.FieldType));
        Attributes(uses, type);
        foreach (var property in type.Properties)
        {
            Add(uses, property.PropertyType);
            Attributes(uses, property);
        }

        foreach (var method in type.Methods)
        {
            ReadMethod(uses, method);
        }
    }

    private static void ReadMethod(HashSet<string> uses, MethodDefinition method)
    {
        Add(uses, method.ReturnType);
        method.Parameters.ToList().ForEach(p => Add(uses, p.ParameterType));
        Attributes(uses, method);
        if (!method.HasBody)
        {
            return;
        }

        method.Body.Variables.ToList().ForEach(v => Add(uses, v.VariableType));
        foreach (Instruction instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type:
                    Add(uses, type);
                    break;
                case MethodReference called:
                    Add(uses, called.DeclaringType);
                    Add(uses, called.ReturnType);
                    (called as GenericInstanceMethod)?.GenericArguments.ToList().ForEach(a => Add(uses, a));
                    break;
                case FieldReference field:
                    Add(uses, field.DeclaringType);
                    Add(uses, field.FieldType);
                    break;
            }
        }
    }

    private static void Attributes(HashSet<string> uses, ICustomAttributeProvider from) =>
        from.CustomAttributes.ToList().ForEach(a => Add(uses, a.AttributeType));

    private static void Add(HashSet<string> uses, TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Add(uses, generic.ElementType);
                generic.GenericArguments.ToList().ForEach(a => Add(uses, a));
                break;
            case TypeSpecification specification:
                Add(uses, specification.ElementType);
                break;
            default:
                uses.Add(Outermost(type).FullName);
                break;
        }
    }

    private HashSet<string> UsesOf(TypeDefinition type)
    {
        var name = Outermost(type).FullName;
        return _uses.TryGetValue(name, out var uses) ? uses : _uses[name] = new HashSet<string>(StringComparer.Ordinal);
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
