# Las palabras de la ventana en español, en Fluent (https://projectfluent.org). Las claves son las de en.ftl.

## Los artículos de la carpeta, a la izquierda

folder-reading = Leyendo
folder-empty = No hay artículos que se puedan leer
folder-articles =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
folder-articles-coming =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    } · { $left } por leer
folder-faults =
    { $count ->
        [one] { $count } carpeta no se puede abrir
       *[other] { $count } carpetas no se pueden abrir
    }
folder-unwatched =
    { $count ->
        [one] { $count } carpeta sin vigilar
       *[other] { $count } carpetas sin vigilar
    }
folder-unwatched-hint = El sistema solo permite vigilar cierto número de carpetas. Lo que otros cambien allí se verá al abrir la carpeta de nuevo
folder-fault = { $folder }: { $reason }
folder-itself = esta carpeta
folder-not-listed = no se puede abrir `{ $folder }`: { $reason }

## La marca elegida, a la derecha

mark-none = Elija una marca para ver quién lo dice, cuántos y con qué está enlazada
mark-none-select = Seleccionar la frase siguiente
mark-none-tag = Etiquetar lo seleccionado
mark-none-keys = Todas las teclas
mark-last = Para la marca «{ $words }»:
mark-more = más
mark-less = menos
mark-no-tag = Sin etiqueta
mark-tag-add = Añadir { $tag }
mark-tag-off = Quitar { $tag }
mark-tag-unknown = Esta etiqueta no está en el libro de códigos; se conserva tal como está
mark-source = Quién lo dice
mark-source-hint = Primero la fuente más cercana: el ejército ← un hospital. «unattributed» dice que no se nombra a nadie
mark-source-take = Tomar «{ $name }» de la frase
mark-source-take-short = Tomar «{ $name }»
mark-source-here = en la frase
source-nobody = no se nombra a nadie
mark-figure = Cuántos
mark-figure-hint = Con las palabras del artículo, por ejemplo: murieron más de 35 personas
mark-figure-take = Tomar { $figure } del pasaje
mark-figure-take-short = Tomar { $figure }
mark-figure-read = Se lee { $figure }
mark-figure-by = Se lee { $figure }, según { $convention }
mark-figure-unread = De estas palabras no se lee ningún número
figure-as-worded = como está escrito
figure-tolerance = unos { $number } ({ $interval })
figure-low = Al menos
figure-high = Como mucho
figure-stated = Número en las palabras
figure-outcome = Qué les pasó
figure-population = De quiénes
figure-qualifier = Cómo lo limitan las palabras
figure-convention = Cómo se lee
figure-when = Fecha
figure-place = Lugar
figure-place-precision = Con qué exactitud se conoce el lugar
figure-blamed = A quién se culpa
figure-stance = Cómo la toma el pasaje
figure-share = Respecto a otra cifra
figure-part-of = De la cifra número
figure-before = Antes
figure-killed = muertos
figure-injured = heridos
figure-missing = desaparecidos
figure-detained = detenidos
figure-displaced = desplazados
figure-captured = capturados
figure-civilians = civiles
figure-fighters = combatientes
figure-children = niños
figure-women = mujeres
figure-journalists = periodistas
figure-medics = sanitarios
figure-unstated = no se dice
figure-asserted = afirmada
figure-reported = referida
figure-denied = negada
figure-part = una parte de ella
figure-addition = además de ella
figure-update = la actualiza
figure-former = lo que era antes
figure-exactly = exactamente
figure-at-least = al menos
figure-more-than = más de
figure-up-to = hasta
figure-fewer-than = menos de
figure-near = unos
figure-nearly = casi
figure-between = entre
figure-vague = sin número
figure-acled = ACLED
figure-house = reglas propias
figure-by-hand = puesta a mano
figure-site = sitio
figure-town = localidad
figure-district = distrito
figure-country = país
figure-open = abierto
figure-other = Otra palabra
figure-date-form = 2017-06-03, o 2017-06
figure-more = Más de esta cifra
figure-interval = Mínimo y máximo
figure-says = { $field }: { $value }
figure-none = No es una cifra
mark-figure-nth = Cifra { $number }
mark-figures-take-short =
    { $count ->
        [one] Tomar una más
       *[other] Tomar { $count } cifras
    }
mark-figures-take =
    { $count ->
        [one] Tomar una más del pasaje
       *[other] Tomar { $count } del pasaje
    }
mark-figure-add = Otra más
mark-figure-nothing = Aquí no se cuenta a nadie
mark-source-nobody = No se nombra a nadie
mark-cue = Palabras que atribuyen
mark-cue-says = Atribuido con «{ $words }»
mark-certainty = Qué seguridad tiene
mark-links = Enlaces
mark-note = Nota
mark-note-hint = Intro la guarda, Mayús+Intro empieza otra línea
mark-by-on = { $who } · { $day }
mark-minute = { $day }, { $minute } UTC
mark-copy = Copiar a las mías
mark-copy-hint = Copia esta marca a su capa, donde puede cambiarla
mark-menu = Más sobre esta marca
mark-deleted-undo = Recupera la marca y sus enlaces

## La lista de marcas

marks-find = Buscar una marca
marks-order = Orden de las marcas
marks-in-order = En orden
marks-by-tag = Por etiqueta
marks-by-person = Por persona
marks-only = Solo { $tags }
marks-only-hint = Mostrar solo estas
marks-look = Por revisar · { $count }
marks-only-look = Solo las que hay que revisar
marks-only-look-hint = Mostrar solo marcas cuyas palabras cambiaron o ya no están
marks-some = { $some } de { $count }
marks-clear = Quitar el filtro
marks-no-match = Ninguna marca coincide – quitar el filtro
marks-none = Todavía no hay nada marcado. Seleccione unas palabras del artículo y pulse una tecla: { $keys }
marks-of = { $name } · { $count }
marks-of-you = { $name } (usted) · { $count }
marks-hidden = { $names }: oculto hasta que usted entregue
marks-hidden-hint = Esta carpeta pide que cada quien marque primero. Es una convención: los archivos están ahí. «Entregar…» en el menú Clase los muestra
marks-hide = Ocultar estas marcas
marks-show = Mostrar estas marcas

## Su lista

list-filter = Filtrar los artículos
list-filter-hint = Filtrar
list-clear = Quitar el filtro
list-no-match = Ningún artículo coincide – quitar el filtro
list-some = { $some } de { $count } artículos
list-sort = Por orden de: { $order }
list-by-name = Nombre
list-by-title = Título
list-by-date = Fecha
list-by-unread = Sin leer
list-by-marks = Marcas
list-by-needs-look = Por revisar
list-at-end = Este es el último artículo de la lista
list-at-start = Este es el primer artículo de la lista
list-only-article = No hay otro artículo abierto

## Las franjas junto al texto: una barra por marca

stripes-bar = { $who }, { $tags }: { $words }
stripes-implied = { $who }, { $tags }, implícita: { $words }
stripes-untagged = Marca
stripes-line =
    { $count ->
        [one] { $count } marca en esta línea
       *[other] { $count } marcas en esta línea
    }
stripes-lane =
    { $count ->
        [one] { $who }: { $count } marca
       *[other] { $who }: { $count } marcas
    }
stripes-more = y { $count } más
stripes-relation = Relación: { $kind }

## La ficha de un artículo

card-not-opened = No se puede abrir: { $reason }
card-not-read = No se puede leer: { $reason }
card-marks = { $count } { $tag }
card-untagged =
    { $count ->
        [one] marca sin etiqueta
       *[other] marcas sin etiqueta
    }
card-corrected = Corregido por { $person }. El archivo dice: { $words }
card-needs-look =
    { $count ->
        [one] { $count } por revisar
       *[other] { $count } por revisar
    }

## Un error del propio programa

failed-opening = no se puede abrir `{ $name }`: Postil ha cometido un error
failed-opening-hint = El archivo y sus marcas están como estaban. Los demás artículos se abren como siempre
failed-looking = Postil ha cometido un error al mirar los archivos de `{ $name }`
failed-looking-hint = Lo que está abierto queda como está, y sus marcas se guardan como siempre
failed-picture = no se puede mostrar una imagen de `{ $name }`: Postil ha cometido un error
failed-picture-hint = Ni el texto ni las demás imágenes se ven afectados
failed-edits = Postil ha cometido un error al cambiar las marcas de muchos artículos
failed-edits-hint = Lo que se cambió hasta entonces está guardado y se puede deshacer
failed-table = Postil ha cometido un error al hacer la tabla de todas las marcas
failed-table-hint = La lista queda como estaba. Ordénela o fíltrela de otro modo para volver a intentarlo
failed-search = Postil ha cometido un error al buscar en la carpeta
failed-search-hint = Busque otras palabras. Ni los artículos ni las marcas se ven afectados
failed-folder = Postil ha cometido un error al leer la carpeta `{ $name }`
failed-folder-hint = Sus artículos se pueden abrir. Abra la carpeta de nuevo para ver el resto

## Cambios en las marcas de muchos artículos

notice-undo = Deshacer
notice-undo-hint = Lo deshace en todos los artículos
edits-running = cambiando marcas: { $done } de { $all } artículos
edits-too-many = ya se están cambiando demasiadas cosas: espere a que termine
edits-nothing = no se cambió nada: { $what }
edits-done =
    { $what }: { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
edits-taken-back =
    deshecho: { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
edits-stayed =
    { $count ->
        [one] { $count } marca ha cambiado desde entonces y queda como está
       *[other] { $count } marcas han cambiado desde entonces y quedan como están
    }
edits-refused =
    { $count ->
        [one] { $count } fue rechazada: { $reason }
       *[other] { $count } fueron rechazadas: { $reason }
    }
edits-more-faults =
    { $count ->
        [one] y { $count } artículo más
       *[other] y { $count } artículos más
    }
note-many-field = Nota
note-many-add = Añadirla a las notas que ya hay
note-many-set = Ponerla en su lugar
note-many-does = Escribir
note-many-label = escribir notas

deeds-left =
    { $count ->
        [one] { $count } marca de otra persona queda como está
       *[other] { $count } marcas de otras personas quedan como están
    }
deeds-note-title = Una nota para muchas marcas
deeds-note =
    { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } recibirán esta nota.
deeds-retag-title = Dar otra etiqueta a las marcas
deeds-retag =
    { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } llevarán la etiqueta «{ $tag }» en lugar de las que tienen.
deeds-retag-does = Dar la etiqueta
deeds-retag-label = reetiquetar como { $tag }
deeds-tag-title = Etiquetar marcas
deeds-tag =
    { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } llevarán también la etiqueta «{ $tag }».
deeds-tag-does = Etiquetar
deeds-tag-label = etiquetar como { $tag }
deeds-untag-title = Quitar una etiqueta
deeds-untag =
    { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } dejarán de llevar la etiqueta «{ $tag }».
deeds-untag-does = Quitarla
deeds-untag-label = quitar { $tag }
deeds-delete-title = Eliminar marcas
deeds-delete =
    Se eliminarán { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }, con sus enlaces. Deshacer una vez las devuelve todas.
deeds-delete-does = Eliminar
deeds-delete-label = eliminar marcas
deeds-menu-retag = Reetiquetar como
deeds-menu-tag = Etiquetar también como
deeds-menu-untag = Quitar
deeds-menu-note = Nota…
deeds-menu-delete = Eliminar…

## Todas las marcas de la carpeta

all-marks-field = Filtrar todas las marcas
all-marks-hint = Palabras, o filtros como tag:denial by:Ana before:2017-05
all-marks-group = Agrupar
all-marks-grouped = Por { $by }
all-marks-fold-all = Plegar todo
all-marks-unfold-all = Desplegar todo
all-marks-columns = Columnas
all-marks-column-left = Mover { $column } a la izquierda
all-marks-column-right = Mover { $column } a la derecha
all-marks-copy = Copiar
all-marks-copy-markdown = Como Markdown
all-marks-copy-columns = Como columnas para una hoja de cálculo
all-marks-copy-all = Todas las marcas de la lista
all-marks-copy-chosen = Las marcas elegidas
all-marks-copied =
    { $count ->
        [one] { $count } marca copiada
       *[other] { $count } marcas copiadas
    }
all-marks-sort = Ordenar por { $column }
all-marks-looking = Buscando
all-marks-count =
    { $marks ->
        [0] Ninguna marca
        [one] { $marks } marca
       *[other] { $marks } marcas
    }{ $articles ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }en { $articles } artículos
    }
all-marks-chosen = { $count } elegidas
all-marks-choose-none = No elegir ninguna
all-marks-group-count =
    { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
all-marks-go = Ir a la marca
all-marks-none-mine = ninguna de las marcas elegidas es suya, y las de otros nunca se cambian
all-marks-none = Todavía no hay marcas
all-marks-none-hint = Abra un artículo y marque un pasaje: seleccione palabras y pulse la tecla de una etiqueta
all-marks-no-articles = Esta carpeta no tiene artículos que se puedan leer
all-marks-no-match = Esta línea no corresponde a ninguna marca
all-marks-no-match-hint = Quite un filtro o busque menos palabras
all-marks-show-all = Mostrar todas las marcas
all-marks-no-folder = No hay ninguna carpeta abierta
all-marks-no-folder-hint = Aquí aparecen en una tabla las marcas de todos los artículos de una carpeta
all-marks-open-folder = Abrir carpeta…
group-none = Sin agrupar
group-article = Artículo
group-tag = Etiqueta
group-person = Persona
group-source = Fuente
group-day = Día
group-month = Mes
group-outlet = Medio
group-placement = Lugar
group-no-tag = Sin etiqueta
group-no-source = Sin fuente
group-no-outlet = Sin medio
group-no-date = Sin fecha
group-nothing = Otros

## La línea de palabras y filtros

query-filters = Filtros
query-remove = Quitar { $term }

## La búsqueda en la carpeta

search-no-folder = No hay ninguna carpeta abierta en la que buscar
search-open-folder = Abrir carpeta…
search-field = Buscar en la carpeta
search-field-hint = Palabras, o filtros como tag:denial outlet:SANA before:2017-05
search-empty =
    { $count ->
        [one] Escriba palabras para buscarlas en el texto, el título y las marcas del único artículo
       *[other] Escriba palabras para buscarlas en los textos, títulos y marcas de los { $count } artículos
    }
search-running = Buscando: { $asked } de { $all } artículos
search-so-far =
    { $found ->
        [one] { $found } resultado
       *[other] { $found } resultados
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } hasta ahora
search-found =
    { $found ->
        [one] { $found } resultado
       *[other] { $found } resultados
    } en { $articles } de { $all ->
        [one] { $all } artículo
       *[other] { $all } artículos
    }
search-nothing =
    { $all ->
        [one] No se encontró nada en el único artículo. Busque menos palabras u otras, o quite un filtro.
       *[other] No se encontró nada en { $all } artículos. Busque menos palabras u otras, o quite un filtro.
    }
search-folder-comes = La carpeta aún se está leyendo; se buscará de nuevo cuando esté completa
search-left-out = Solo se muestran los primeros { $count } resultados. Busque más palabras o añada un filtro.
search-faults =
    { $count ->
        [one] { $count } artículo no se puede leer
       *[other] { $count } artículos no se pueden leer
    }
search-hits =
    { $count ->
        [0] solo el título
        [one] { $count } resultado
       *[other] { $count } resultados
    }
search-row = { $kind }: { $words }
search-paragraph = ¶ { $number }
search-in-mark = Marca
search-in-note = Nota
search-in-source = Fuente
search-changed = el artículo ha cambiado desde la búsqueda: se muestra el siguiente lugar con esas palabras
search-mark = Marcar todas las apariciones
search-mark-needs = Busque una palabra, varias palabras seguidas o una expresión
search-mark-title = Marcar todas las apariciones en la carpeta
search-mark-sentence =
    { $places ->
        [one] { $places } pasaje
       *[other] { $places } pasajes
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } con «{ $words }» se marcarán como { $tag }.
search-mark-before =
    { $count ->
        [one] { $count } más ya está marcado así
       *[other] { $count } más ya están marcados así
    }
search-mark-does =
    { $count ->
        [one] Marcar { $count } pasaje
       *[other] Marcar { $count } pasajes
    }
search-mark-label = marcar «{ $words }» como { $tag }

## Un enlace que espera su otro extremo, bajo la página

linking-title = Enlazar «{ $words }» con
linking-field = La otra marca
linking-field-folder = Palabras de una marca, de aquí o de toda la carpeta
linking-row = { $link } { $tags }: { $words }
linking-none = Aquí aún no hay ninguna marca que sirva: seleccione palabras del artículo y lo serán
linking-no-match = Ninguna marca que sirva tiene estas palabras
linking-how = Haga clic en una marca de un artículo o de una lista, o seleccione palabras. Con Arriba y Abajo se elige aquí, Intro enlaza, Esc lo deja
linking-leave = Dejarlo sin enlazar
linking-left = sin enlazar
linking-beside = ahí no hay ninguna marca: haga clic en una o seleccione las palabras que quiera enlazar
linking-itself = esta es la misma marca: haga clic en otra
linking-unfit = el libro de códigos no tiene ningún enlace entre estas dos
linking-no-kind = el libro de códigos no tiene ningún enlace para esta etiqueta

## Los enlaces de la marca elegida

card-link = Enlazar…
card-link-nearest = { $link }: «{ $words }»
card-link-hint = La enlaza con otra marca, o con las palabras que se seleccionen después
card-unlink = Quitar este enlace
card-kind = Tipo de enlace: { $kind }
card-kind-hint = Elegir otro tipo
card-end-not-here = una marca que no está aquí
card-end-not-here-hint = No está en ninguno de los artículos de esta carpeta
card-end-gone = La otra marca ya no está: { $words }
card-end-in = en { $title }

## Las marcas bajo un clic

marks-here = { $count } marcas aquí
marks-here-row = { $tags } de { $who }: { $words }

## Los menús

menu-all = Menú
menu-file = Archivo
menu-edit = Editar
menu-mark = Marcar
menu-view = Ver
menu-pages = Páginas
menu-help = Ayuda
menu-caret = Mover y seleccionar
menu-colours = Colores
menu-language = Idioma
menu-recent = Recientes

## Órdenes: sus nombres, y lo que hace cada una como indicación; varias de una misma fila empiezan por "commands-"

## En el menú Archivo

command-open-article = Abrir…
    .hint = Abre un artículo: texto, Markdown o una página web guardada
command-open-folder = Abrir carpeta…
    .hint = Muestra a la izquierda los artículos de una carpeta
command-new-from-clipboard = Nuevo desde el portapapeles…
    .hint = Hace un artículo de las palabras que se copiaron en otro lugar, junto a los demás
    .also = pegar crear
command-toggle-subfolders = Carpetas de la carpeta
    .hint = Muestra también los artículos de las carpetas que hay en ella, o solo los suyos
command-keep-article = Abrir en su propia pestaña
    .hint = Abre el artículo para que se quede, en una pestaña propia
command-close-article = Cerrar pestaña
    .hint = Guarda y cierra el artículo, o cierra la página que se ve
command-close-others = Cerrar los demás
    .hint = Guarda y cierra todos los artículos abiertos menos este
command-next-article = Artículo siguiente
    .hint = Muestra el artículo siguiente de la carpeta, en el orden de la lista
command-previous-article = Artículo anterior
    .hint = Muestra el artículo anterior de la carpeta, en el orden de la lista
command-next-tab = Pestaña siguiente
    .hint = Muestra el siguiente artículo abierto; si solo hay uno, el siguiente de la carpeta
command-previous-tab = Pestaña anterior
    .hint = Muestra el anterior artículo abierto; si solo hay uno, el anterior de la carpeta
command-reveal-article = Mostrar en su carpeta
    .hint = Hace que el gestor de archivos del sistema muestre el archivo del artículo
    .also = revelar explorador
command-correct-article = Corregir fecha y medio…
    .hint = Dice cuándo se publicó un artículo y quién lo publicó cuando su archivo se equivoca
command-copy-path = Copiar la ruta
    .hint = Copia dónde está el archivo del artículo
command-copy-marks-of = Copiar sus marcas
    .hint = Copia todas las marcas del artículo, como lista en Markdown
    .also = exportar compartir
command-choose-encoding = Leer con otra codificación…
    .hint = Cuando las letras salen mal: lee el archivo con otra codificación
command-switch-extent = La página web entera
    .hint = Para páginas web guardadas: solo el artículo, o todo lo que hay en la página
command-switch-left-out = Lo que se omitió
    .hint = Solo el artículo, o también los pasajes que se omitieron, cada uno en su lugar
command-read-new-text = Leer el archivo de nuevo
    .hint = Lee el texto nuevo del archivo y dice qué ha cambiado
command-save = Guardar ahora
    .hint = Las marcas se guardan solas; esto lo hace de inmediato
command-share = Compartir y exportar
    .hint = Lo que saca palabras y marcas de la ventana, y resuelve lo que vino de otros
    .also = imprimir informe enviar
command-remove-conflict-copies = Quitar copias en conflicto…
    .hint = Quita las copias de capas que hizo un programa de sincronización, si no tienen nada más
command-earlier-states = Estados anteriores de mis marcas…
    .hint = Muestra cómo eran sus marcas en días anteriores, y recupera un estado
command-quit = Salir
    .hint = Guarda y cierra la ventana

## En el menú Editar

command-undo = Deshacer
    .hint = Deshace el último cambio
command-redo = Rehacer
    .hint = Lo hace de nuevo
command-undo-many = Deshacer en todos los artículos
    .hint = Deshace lo último que se hizo a la vez con las marcas de muchos artículos
command-copy = Copiar
    .hint = Copia las palabras seleccionadas
command-copy-citation = Copiar con cita
    .hint = Copia las palabras con título, medio, fecha y párrafo
    .also = citar referencia exportar
command-copy-citation-markdown = Copiar con cita, como Markdown
    .hint = Copia las palabras como cita en Markdown, con título, medio, fecha y párrafo
    .also = citar referencia exportar
command-copy-mark = Copiar la marca como Markdown
    .hint = Copia palabras, etiquetas, fuente, cifras y nota de la marca elegida
    .also = exportar
command-copy-list = Copiar la lista de marcas
    .hint = Copia las marcas que muestra la lista, como lista en Markdown
    .also = exportar compartir
command-select-all = Seleccionar todo
    .hint = Selecciona el artículo entero, o todas las marcas de la tabla
command-clear = No seleccionar nada
    .hint = Suelta la selección y la marca elegida
command-find = Buscar en el artículo…
    .hint = Busca palabras o una expresión mientras escribe
command-find-next = Resultado siguiente
    .hint = Va al siguiente lugar con las palabras
command-find-previous = Resultado anterior
    .hint = Va al lugar anterior con las palabras
command-mark-all = Marcar todas las apariciones…
    .hint = Pone una marca en cada resultado de la búsqueda, en un solo paso
command-go-to-paragraph = Ir al párrafo…
    .hint = Va a un párrafo por su número, o a una parte del artículo
command-settings = Preferencias…
    .hint = Página, nombre y colores

## En el menú Ayuda

command-palette = Todas las órdenes…
    .hint = Encuentra una orden por su nombre
command-keys = Teclas
    .hint = La hoja de las teclas
command-about = Acerca de Postil
    .hint = Versión y licencias

## En el menú Marcar

commands-tag = { $Tag }
    .hint = El pasaje { $description }
commands-also = También { $tag }
    .hint = Añade la etiqueta a la marca elegida, o se la quita
command-test-tag = ¿Qué etiqueta es?
    .hint = Hace al pasaje las preguntas del libro de códigos y lleva a la etiqueta; sin nada seleccionado ni elegido su tecla muestra las teclas
    .also = prueba pregunta ayuda criterio
command-say-source = Quién lo dice
    .hint = Abre quién lo dice: Intro guarda lo escrito, Escape lo deja como estaba, Tab pasa al campo siguiente
command-say-figure = Cuántos
    .hint = Abre cuántos, con las palabras del artículo: Intro guarda lo escrito, Escape lo deja como estaba
command-take-source = Quién lo dice, según el texto
    .hint = Toma de la frase quién dice la marca y las palabras que atribuyen
command-take-figures = Cuántos, según el pasaje
    .hint = Toma todas las cifras que dicen las palabras de la marca; las que tiene se quedan
command-convention-as-worded = Palabras sin número: como están escritas
    .hint = «Docenas» no tiene número en esta carpeta
command-convention-acled = Palabras sin número: ACLED
    .hint = En esta carpeta decenas se lee 10, docenas 12 y cientos 100, y cada cifra lo dice
command-convention-house = Palabras sin número: reglas propias
    .hint = Se leen según la tabla de postil.toml, y cada cifra lo dice
command-source-from-words = Lo dicen las palabras seleccionadas
    .hint = Toma las palabras seleccionadas como fuente de la última marca elegida
command-edit-note = Nota
    .hint = Abre la nota; si hay palabras seleccionadas, las marca antes: Intro la guarda, Escape la deja como estaba
command-link-mark = Enlazar…
    .hint = Enlaza la marca con otra, o con las palabras que se seleccionen después
command-imply-claim = Afirmación implícita…
    .hint = Añade, con sus palabras, una afirmación que el artículo solo da a entender
command-delete-mark = Eliminar marca
    .hint = Elimina la marca elegida y sus enlaces
command-copy-to-mine = Copiar entre las mías
    .hint = Copia en su capa la marca de otra persona
command-confirm-place = Confirmar el lugar
    .hint = Dice que una marca cuyas palabras cambiaron está donde la muestra la página
command-next-candidate = Lugar siguiente
    .hint = Muestra el siguiente de los lugares donde puede estar una marca
command-put-on-selection = Poner en la selección
    .hint = Pone en las palabras seleccionadas una marca cuyas palabras cambiaron o ya no están
command-next-mark = Marca siguiente
    .hint = Elige la siguiente marca del texto
command-previous-mark = Marca anterior
    .hint = Elige la marca anterior
command-next-alike = Siguiente con la misma etiqueta
    .hint = Elige la siguiente marca con la etiqueta de la elegida
command-previous-alike = Anterior con la misma etiqueta
    .hint = Elige la marca anterior con la etiqueta de la elegida
command-next-of-person = Siguiente de la misma persona
    .hint = Elige la siguiente marca de quien hizo la elegida
command-next-of-others = Siguiente de otra persona
    .hint = Elige la siguiente marca que no es suya
command-next-difference = Diferencia siguiente
    .hint = Va al siguiente pasaje que se marcó de modo distinto
command-previous-difference = Diferencia anterior
    .hint = Va al pasaje anterior que se marcó de modo distinto
command-toggle-differences = Mostrar diferencias
    .hint = Muestra con corchetes en el texto y marcos en las barras lo que se marcó de modo distinto
command-next-to-review = Siguiente por revisar
    .hint = Elige la siguiente marca cuyas palabras cambiaron o ya no están
command-who-marks = Quién marca
    .hint = Dice con qué nombre se escriben las marcas
command-next-with-two-versions = Siguiente con dos versiones
    .hint = Elige la siguiente marca que se cambió en dos equipos o en una fusión, para decir cuál ha de quedar
command-propose-marks = Proponer marcas
    .hint = Recuadra pasajes que parecen una afirmación, un desmentido, un recuento de víctimas o una opinión; otra vez los retira
command-accept-proposal = Aceptar la propuesta
    .hint = Convierte el pasaje recuadrado en una marca suya, con su fuente y su cifra, y va al siguiente
command-refuse-proposal = Rechazar la propuesta
    .hint = Quita el recuadro y va al siguiente
command-next-proposal = Propuesta siguiente
    .hint = Va al siguiente pasaje recuadrado
command-previous-proposal = Propuesta anterior
    .hint = Va al pasaje recuadrado anterior
command-propose-again = Recuperar propuestas rechazadas
    .hint = Vuelve a recuadrar los pasajes del artículo que no quiso marcar
command-cycle-marks = Siguiente marca aquí
    .hint = Donde hay varias marcas, elige la siguiente de ellas
command-add-person = Añadir una persona que marca…
    .hint = Un nombre más con el que se marca aquí, por ejemplo el de una clave para alumnos
    .also = identidad nombre usuario profesor clave
commands-mark-as = Marcar como { $person }
    .hint = Desde ahora se marca con este nombre, en todas las carpetas
    .also = identidad quién usuario
commands-mark-here-as = Marcar como { $person } en esta carpeta
    .hint = Desde ahora se marca en esta carpeta con este nombre
    .also = identidad quién usuario
command-grow-end = Alargar el final una palabra
    .hint = Lleva el final de la marca una palabra adelante
command-shrink-end = Acortar el final una palabra
    .hint = Lleva el final de la marca una palabra atrás
command-grow-start = Alargar el comienzo una palabra
    .hint = Lleva el comienzo de la marca una palabra atrás
command-shrink-start = Acortar el comienzo una palabra
    .hint = Lleva el comienzo de la marca una palabra adelante

## En el menú Ver

command-text-larger = Texto más grande
    .hint = Agranda el texto del artículo
command-text-smaller = Texto más pequeño
    .hint = Reduce el texto del artículo
command-text-usual = Tamaño habitual del texto
    .hint = 18 puntos
command-window-larger = Agrandar la ventana entera
    .hint = Agranda todo, también los paneles
command-window-smaller = Reducir la ventana entera
    .hint = Lo reduce todo
command-window-usual = Tamaño normal de la ventana
    .hint = Tan grande como al principio
command-text-look = Texto y colores
    .hint = Tamaño, letra, columna, interlineado y colores de la página
command-switch-face = Letra sin serifa
    .hint = Pone el texto del artículo sin serifas, o con ellas
command-toggle-justify = Justificar las líneas
    .hint = Justifica las líneas del artículo y divide palabras, o deja un borde irregular
command-go-back = Atrás
    .hint = Vuelve adonde estaba la página antes del último salto
command-go-forward = Adelante
    .hint = Avanza de nuevo
command-toggle-signs = Mostrar caracteres ocultos
    .hint = Pone signos a los espacios, los saltos de línea y los caracteres que podrían engañar, o los quita
command-toggle-numbers = Números de párrafo
    .hint = Muestra u oculta los números de los párrafos en el margen
command-toggle-notes = Notas junto al texto
    .hint = Muestra u oculta notas y enlaces en el margen
command-next-panel = Panel siguiente
    .hint = Lleva el teclado de la página a las marcas, los campos, la carpeta y de vuelta
command-previous-panel = Panel anterior
    .hint = Lleva el teclado en el otro sentido
command-filter-marks = Buscar una marca
    .hint = Busca palabras entre las marcas
commands-colours = { $theme }
    .hint = Cambia los colores de la página y los paneles
commands-language = Idioma: { $language }
    .hint = Cambia el idioma de la ventana

## En la hoja de las teclas y en la lista de órdenes, pero en ningún menú

command-keep-piece = Guardar y seleccionar otro fragmento
    .hint = Conserva lo seleccionado; lo que se seleccione después se marca junto con ello
command-scroll-down = Bajar
    .hint = Baja una pantalla; el cursor no se mueve
command-scroll-up = Subir
    .hint = Sube una pantalla; el cursor no se mueve
command-switch-arrows = Las flechas desplazan la página
    .hint = Como en los navegadores: si las flechas mueven el cursor o desplazan la página
commands-next-of = Siguiente: { $tag }
    .hint = Elige la marca más cercana con esta etiqueta
commands-previous-of = Anterior: { $tag }
    .hint = Elige la marca más cercana con esta etiqueta
commands-next-of-person = Siguiente marca de { $person }
    .hint = Elige la marca más cercana de esta persona
commands-toggle-person = Mostrar u ocultar las marcas de { $person }
    .hint = Oculta las marcas de esta persona, o las muestra de nuevo
commands-only-person = Mostrar solo las marcas de { $person }
    .hint = Oculta las marcas de todos los demás
command-context-menu = Menú de lo elegido
    .hint = Muestra el menú del botón derecho donde está el teclado
    .also = contextual derecho
commands-caret = { $Way }
    .hint = Mueve el cursor
commands-select = Seleccionar: { $way }
    .hint = Selecciona desde el cursor hasta allí

## Órdenes que muestran y ocultan vistas; el nombre es también el de la pestaña

view-show = Mostrar { $view }
view-page = Página: { $view }

command-toggle-folder = Carpeta
    .hint = Muestra u oculta los artículos a la izquierda
command-toggle-outline = Esquema
    .hint = Muestra u oculta los títulos a la izquierda
command-toggle-found = Resultados
    .hint = Muestra u oculta a la izquierda los resultados de la búsqueda
command-toggle-beside = Junto al texto
    .hint = Muestra u oculta a la izquierda lo que se omitió del artículo y lo que otros escribieron en el archivo
command-show-differences = Diferencias
    .hint = Muestra en qué difieren quienes marcaron los mismos artículos y cuánto coinciden
command-show-progress = Quién ha hecho qué
    .hint = Muestra por persona y artículo qué está entregado, en curso y sin empezar
command-toggle-feedback = Comentarios
    .hint = Muestra u oculta a la derecha la nota de sus marcas: los puntos, qué fue de cada marca de la clave y por qué
    .also = nota puntos devuelto resultado docente
command-toggle-page = Página del archivo
    .hint = Muestra u oculta a la derecha la página del PDF tal como está dibujada, con las palabras elegidas en un recuadro
command-toggle-marks = Marcas
    .hint = Muestra u oculta las marcas a la derecha
command-show-all-marks = Todas las marcas
    .hint = Muestra todas las marcas de la carpeta en una tabla que se filtra y se ordena
command-search-folder = Buscar en la carpeta
    .hint = Busca palabras en los textos, títulos y marcas de todos los artículos de la carpeta
command-show-changes = Qué ha cambiado
    .hint = Muestra el texto de antes junto al de ahora, y lo que ha cambiado de fondo

## Movimientos del cursor

way-left = Carácter a la izquierda
way-right = Carácter a la derecha
way-word-left = Palabra a la izquierda
way-word-right = Palabra a la derecha
way-line-up = Línea arriba
way-line-down = Línea abajo
way-line-start = Comienzo de la línea
way-line-end = Final de la línea
way-next-sentence = Frase siguiente
    .hint = Selecciona esta frase, y luego también la siguiente
way-previous-sentence = Frase anterior
way-next-paragraph = Párrafo siguiente
way-previous-paragraph = Párrafo anterior
way-next-heading = Título siguiente
way-previous-heading = Título anterior
way-screen-up = Pantalla arriba
way-screen-down = Pantalla abajo
way-start = Comienzo del artículo
way-end = Final del artículo

## Colores de la página y los paneles

colours-system = Colores como el sistema
colours-of = Colores: { $theme }
theme-system = Como el sistema
theme-light = Claro
theme-dark = Oscuro
theme-sepia = Sepia
theme-contrast = Alto contraste
theme-contrast-dark = Alto contraste, oscuro
shape-solid = una línea
shape-double = dos líneas
shape-dotted = puntos
shape-wavy = una onda
shape-dashed = rayas

## Otro texto del archivo del artículo, sobre la página

banner-changed = El archivo ha cambiado
banner-changed-so = El archivo ha cambiado: { $what }
banner-told = El texto nuevo: { $what }
banner-read = Este es el texto nuevo
banner-with-look =
    El texto nuevo: { $what }, { $count ->
        [one] { $count } marca por revisar
       *[other] { $count } marcas por revisar
    }
banner-see = Ver qué ha cambiado
banner-see-short = Ver
banner-read-new = Leer el texto nuevo
banner-read-new-short = Leer
banner-look = Revisar las marcas
banner-look-short = Revisar
banner-later = Más tarde
banner-later-hint = La página queda como está hasta que lea el texto nuevo
banner-done = Listo
banner-done-hint = Quita esta línea
banner-same = el texto del archivo es el mismo que antes

## Las dos versiones de un artículo

changes-title = Qué ha cambiado
changes-head-kind = Qué
changes-head-was = Antes
changes-head-is = Ahora
changes-head-paragraph = Párrafo
changes-waiting = en el texto nuevo, que aún no está en la página
changes-since-file = desde que cambió el archivo
changes-since-marked = desde que se marcó
changes-show = Mostrar en la página
changes-whole = Texto completo
changes-close = Cerrar
changes-comparing = Comparando…
changes-no-other = No se conserva otra versión de este artículo
changes-none-at-all = las palabras son las mismas
changes-none = no ha cambiado nada de fondo
changes-count =
    { $count ->
        [one] { $count } cambio de fondo
       *[other] { $count } cambios de fondo
    }
changes-same = Las dos versiones dicen lo mismo
changes-no-substance = No ha cambiado ninguna cifra, fecha, fuente, negación, verbo de atribución ni palabra de certeza
changes-figure = cifra
changes-date = fecha
changes-source = fuente
changes-negation = negación
changes-attribution = atribución
changes-certainty = certeza
changes-paragraph = párrafo { $number }
changes-line = { $kind }: { $what }, { $place }
changes-became = { $was } → { $now }
changes-gone = desapareció: { $was }
changes-new = nuevo: { $now }
changes-before = Antes
changes-now = Ahora
changes-folded =
    { $count ->
        [one] { $count } párrafo sin cambios
       *[other] { $count } párrafos sin cambios
    }
changes-unfold = Mostrar { $what }
changes-moved-to-paragraph = Movido al párrafo { $number }
changes-moved-down = Movido más abajo
changes-moved-up = Movido más arriba
changes-moved-from-above = Movido aquí desde más arriba
changes-moved-from-below = Movido aquí desde más abajo
changes-row-both = Antes: { $before } Ahora: { $now }
changes-row-moved-away = Movido a otro lugar: { $words }
changes-row-moved-here = Movido aquí: { $words }
changes-row-gone = Desapareció: { $words }
changes-row-new = Nuevo: { $words }

## Diálogos

dialog-close = Cerrar
dialog-done = Listo
dialog-cancel = Cancelar
dialog-open-articles = Abrir artículos
dialog-open-folder = Abrir una carpeta de artículos
dialog-filter-articles = Artículos
dialog-filter-all = Todos los archivos

## Artículos abiertos

window-title = { $article } – Postil
article-stays-open = el artículo sigue abierto para que no se pierda nada
article-no-place = el artículo no tiene ese lugar
article-no-note = el artículo no tiene esa nota
article-address-copied = dirección copiada: { $address }
article-gone = el archivo `{ $name }` ya no está
article-gone-hint = Lo que está abierto sigue abierto, y sus marcas se conservan
open-too-many = hay demasiados artículos por abrir antes que `{ $path }`
open-too-many-hint = Ábralo de nuevo cuando se hayan leído los anteriores
name-not-kept = no se puede guardar su nombre: { $reason }
name-not-kept-hint = Se le preguntará de nuevo

## Moverse por un artículo

heading-none-at-all = el artículo no tiene títulos
heading-none-below = no hay ningún título más abajo
heading-none-above = no hay ningún título más arriba
piece-kept = guardado; seleccione otro fragmento y pulse la tecla de una etiqueta
arrows-scroll = las flechas desplazan la página
arrows-move = las flechas mueven el cursor
mark-made = marcado como { $tags }: { $quote }
mark-has-now = la marca es ahora: { $quote }
mark-told = { $tags }: { $quote }
mark-told-noted = { $tags }: { $quote }. Nota: { $note }
going-none = no hay: { $what }
going-no-other = no hay otra: { $what }
going-same-tag = marca con la misma etiqueta
going-of-person = marca de { $person }
going-of-others = marca de otra persona
going-needs-look = marca por revisar
going-no-back = no hay ningún lugar al que volver
going-no-forward = no hay ningún lugar al que avanzar
go-to-none = Este artículo no tiene párrafos que contar. También vale una parte, como 50%.
go-to-range =
    { $last ->
        [one] Este artículo tiene un solo párrafo. También vale una parte, como 50%.
       *[other] Un número del 1 al { $last }, o una parte del artículo, como 50%
    }
go-to-field = Párrafo
go-to-missing = No existe ese párrafo
go-to-does = Ir

## Guardar

save-failed-kept = Las marcas están en el registro del programa, y se volverá a intentar guardarlas
save-failed-here = Las marcas siguen aquí, y se volverá a intentar guardarlas
close-kept = Cierre de nuevo: las marcas están en el registro del programa y se guardarán en el próximo inicio
close-loses = Cierre de nuevo para perder las marcas que no están guardadas
disk-silent = el disco no responde

## Copias en conflicto, y marcas con varias versiones

copies-none = no hay copias en conflicto junto a este artículo
copies-removed =
    { $count ->
        [one] se quitó { $count } copia en conflicto
       *[other] se quitaron { $count } copias en conflicto
    }
copies-more = Y { $count } más como esta
copies-about = Un programa de sincronización hizo estas copias cuando dos equipos escribieron el mismo archivo. Postil las lee como una sola cosa con él. Una copia se elimina del todo cuando el archivo tiene ya todo lo que ella contiene; lo que solo tiene una copia de sus propias marcas se escribe antes en su archivo.
copies-of = marcas de { $person }
copies-remove = Quitar
versions-none = no hay ninguna marca con dos versiones
versions-next = Siguiente
versions-later = Más tarde
versions-not-yours = Solo { $person } puede decir cuál ha de quedar
versions-keep-this = Conservar esta
versions-keep-this-hint = La marca queda como se muestra
versions-keep-other = Conservar la otra
versions-keep-nth =
    { $nth ->
        [2] Conservar la segunda
        [3] Conservar la tercera
       *[other] Conservar la número { $nth }
    }
versions-keep-other-hint = La marca pasa a ser lo que dice la otra versión
versions-both = Conservar ambas notas
versions-both-hint = La marca queda como se muestra, con las notas de todas las versiones
versions-of-mark =
    { $count ->
        [2] Dos versiones de esta marca
       *[other] { $count } versiones de esta marca
    }
versions-of-link =
    { $count ->
        [2] Dos versiones de este enlace
       *[other] { $count } versiones de este enlace
    }
versions-shown = Esta es la que se muestra
versions-other = La otra
versions-nth =
    { $nth ->
        [2] La segunda
        [3] La tercera
       *[other] Número { $nth }
    }
versions-from = del { $when }
versions-deleted-at = eliminada el { $when }
versions-deleted = Eliminada
versions-newer = Algo que escribió un Postil más nuevo
versions-passage = Pasaje: «{ $quote }»
versions-tags = Etiquetas: { $tags }
versions-note = Nota: { $note }
versions-no-note = Sin nota
versions-source = Fuente: { $source }
versions-no-source = Sin fuente
versions-figure = Cifra: { $figure }
versions-no-figure = Sin cifra
versions-mark-gone = una marca que ya no existe

## Buscar palabras en un artículo

find-words = Palabras
find-expression = Expresión
find-field = Buscar en el artículo
find-case = Distinguir mayúsculas
find-whole = Palabras completas
find-regex = Expresión regular
find-previous = Resultado anterior
find-next = Resultado siguiente
find-list = Lista
find-list-hint = Lista de resultados
find-mark = Marcar…
find-mark-hint = Marcar todas las apariciones
find-close = Cerrar la búsqueda
find-running = Buscando…
find-so-far = { $count } hasta ahora…
find-nothing = No se encontró
find-one-of = { $nth } de { $count }
find-one-of-more = { $nth } de más de { $count }
found-nothing = No se busca nada. { $key } busca palabras en el artículo, { $folder } en toda la carpeta
found-find = Buscar en el artículo…
found-hit = Resultado { $nth }: { $words }
mark-all-places =
    { $count ->
        [one] Un lugar tiene «{ $words }». Recibe una marca con la etiqueta:
       *[other] { $count } lugares tienen «{ $words }». Cada uno recibe una marca con la etiqueta:
    }
mark-all-too-many = Se pueden marcar a la vez { $most } lugares como mucho. Busque más palabras.
mark-all-many = Son más marcas de las que nadie lee una por una. Deshacer una vez las quita todas.
mark-all-does =
    { $count ->
        [one] Marcar { $count } lugar
       *[other] Marcar { $count } lugares
    }

## Los títulos, a la izquierda

outline-none = Este artículo no tiene títulos. { $key } va a un párrafo por su número
outline-filter = Filtrar
outline-filter-field = Filtrar los títulos
outline-heading = Título: { $words }

## Marcas por revisar

review-changed = Sus palabras han cambiado
review-several = Puede estar en varios lugares
review-gone = Sus palabras ya no están
review-said = Decía
review-now = Ahora dice
review-maybe = Puede estar aquí (coincide un { $percent } %)
review-place = Lugar { $nth } (coincide un { $percent } %)
review-nothing = No hay nada parecido en el texto
review-more = … y { $count } lugares más
review-show = Mostrar
review-show-hint = Mostrar este lugar en la página
review-show-place = Mostrar el lugar { $nth }
review-right = Es correcto
review-right-hint = La marca queda aquí; lo que decía antes se conserva con ella
review-put = Ponerla aquí
review-put-hint = La marca se pone aquí; lo que decía antes se conserva con ella
review-put-place = Ponerla en el lugar { $nth }
review-or-select = O seleccione las palabras que le corresponden
review-put-selection = Ponerla en la selección
review-not-yours = Solo quien la hizo puede decir cuál es su lugar; para hacerlo, cópiela entre las suyas
review-leave = Dejarla
review-leave-hint = Queda como está, con todo lo que decía, y por ahora se pasa por alto
review-next = Siguiente
review-nothing-alike = no hay nada en el texto como esta marca
review-is-this = ¿es este el lugar? Repítalo para poner la marca aquí
review-choose-first = elija una marca por revisar y seleccione las palabras que le corresponden
review-left = queda como está

## Estados anteriores de las propias marcas

earlier-none = Aún no se ha guardado ninguno. Antes del primer cambio de cada día se aparta el estado de sus marcas.
earlier-about = El estado antes del primer cambio de cada día. Recuperar uno es un cambio como cualquier otro: se puede deshacer.
earlier-bring-back = Recuperar { $day }
earlier-size =
    { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }, { $size } kB

## Codificaciones

encoding-as-chosen = El archivo se leyó como { $name }, según su elección. Las marcas siguen en sus palabras.
encoding-as-found = El archivo se leyó como { $name }, según su contenido. Las marcas siguen en sus palabras.
encoding-another = Otra
encoding-read-again = Leer de nuevo
encoding-unicode = Unicode
encoding-cyrillic-windows = Cirílico, Windows
encoding-cyrillic-koi = Cirílico, KOI8
encoding-cyrillic-dos = Cirílico, DOS
encoding-arabic-windows = Árabe, Windows
encoding-arabic-iso = Árabe, ISO
encoding-hebrew-windows = Hebreo, Windows
encoding-western = Europa occidental
encoding-central = Europa central
encoding-greek = Griego
encoding-chinese = Chino
encoding-unicode-16 = Unicode, 16 bits
encoding-repaired = Letras que ya venían rotas

## Preferencias

settings-colours = Colores
settings-face = Letra
settings-serif = Con serifa
settings-sans = Sin serifa
settings-size = Tamaño del texto
settings-height = Interlineado
settings-characters = Caracteres por línea
settings-alignment = Alineación
settings-justify = Justificar las líneas
settings-justify-hint = Las palabras se dividen donde así quedan huecos pequeños
settings-hidden = Caracteres ocultos
settings-hidden-show = Mostrarlos con signos
settings-motion = Movimiento
settings-motion-of = Movimiento: { $motion }
settings-name = Marca como
settings-name-later = se preguntará con la primera marca
settings-unread = no se pudieron leer las preferencias; valen las habituales y el archivo se guarda como { $file }
settings-partly-unread = de las preferencias no se pudieron leer estas, y valen las habituales: { $names }
motion-system = Como el sistema
motion-system-hint = Tanto como quiera el escritorio
motion-full = Todo
motion-full-hint = Lo que se abre y se desplaza puede deslizarse
motion-less = Menos
motion-less-hint = Nada se desliza ni se desvanece

## Imágenes que no se muestran

picture-network = no se descarga, porque Postil no usa la red
picture-missing = su archivo no está junto al artículo
picture-outside = no se muestra, porque está fuera de la carpeta del artículo
picture-drawing = un dibujo en SVG, que no se muestra
picture-too-large = no se muestra, porque pasa de 32 MB o de 50 megapíxeles
picture-broken = su archivo no se puede leer como imagen

## Idiomas, números y días

language-system = Como el sistema
settings-language = Idioma
number = { $number }
date-day = { $day } de { $month } de { $year }
date-days = { $first }–{ $last } de { $month } de { $year }
date-day-of-year = { $day } de { $month }
date-span = { $first } – { $last }
date-month = { $month } de { $year }
date-day-short = { $day } { $month } { $year }
date-month-short =
    { $month ->
        [1] ene
        [2] feb
        [3] mar
        [4] abr
        [5] may
        [6] jun
        [7] jul
        [8] ago
        [9] sep
        [10] oct
        [11] nov
       *[12] dic
    }
date-month-name =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }

## Las columnas de la tabla de todas las marcas

column-words = Palabras
column-tags = Etiqueta
column-article = Artículo
column-outlet = Medio
column-date = Fecha
column-person = Persona
column-source = Fuente
column-figure = Cifra
column-links = Enlaces
column-note = Nota
column-placement = Lugar
placement-whole = artículo entero
placement-implied = implícita
placement-exact = en su lugar
placement-moved = movida
placement-changed = palabras cambiadas
placement-ambiguous = varios lugares
placement-gone = palabras perdidas

## La barra de arriba

saving-nothing = Ninguna marca suya
saving-nothing-hint = No hay nada que guardar
saving-saved = Guardado
saving-saved-hint = Todas las marcas están en su archivo de capa, junto al artículo
saving-handed-in = Entregado { $at }
saving-handed-in-hint = Sus marcas quedan como están. Un clic muestra el archivo que se envía; «Retirar lo entregado» en el menú Clase le deja seguir
saving-kept = A salvo, guardando…
saving-kept-hint = El último cambio está en el registro del programa
saving-changed = Cambiado, guardando…
saving-changed-hint = El último cambio va camino del disco
saving-failed-kept = A salvo, sin guardar
saving-failed-kept-hint = { $reason }. Las marcas se conservan en el registro del programa
saving-failed = Sin guardar

## El aspecto de la página

look-size = Texto
look-points = { $size } pt
look-column = Columna
look-characters = { $count } letras
look-spacing = Interlineado
look-face = Letra
look-serif = Con serifa
look-sans = Sin serifa
look-more = Más { $what }
look-less = Menos { $what }
look-system = Sistema
look-numbers = Numerar los párrafos
look-justify = Justificar las líneas
look-notes = Notas junto al texto
look-signs = Mostrar caracteres ocultos

## La hoja de las teclas

keys-about = Haga clic en una línea, o pulse Intro en ella, para elegir otras teclas
keys-find = Buscar una tecla o una orden
keys-no-match = Ninguna orden tiene esas palabras
keys-usual-all = Teclas habituales para todo
keys-change = Cambiar
keys-change-of = Cambiar { $key }
keys-remove = Quitar
keys-remove-of = Quitar { $key }
keys-not-typing = no mientras escribe
keys-add = Añadir una tecla
keys-add-for = Añadir una tecla para { $command }
keys-usual = Teclas habituales
keys-usual-for = Teclas habituales para { $command }
keys-taken = { $key } es «{ $command }», que la perdería
keys-take = Tomarla
keys-leave = Dejarla
keys-press = Pulse las teclas nuevas; con Esc queda como está
keys-now = { $key } es ahora «{ $command }»
keys-unfit-tab = Tab va de una parte a otra de la ventana
keys-unfit-clipboard = Estas teclas son del portapapeles
keys-legend = Las etiquetas, por color y por forma

## Una ruta que se escribe

path-article = Abrir un artículo
path-folder = Abrir una carpeta
path-about = El sistema no muestra ningún diálogo: elija aquí o escriba una ruta
path-field = Ruta
path-open = Abrir
path-open-folder = Abrir esta carpeta
path-above = carpeta superior

## Lo que se hizo

done-undone = deshecho: { $step }
done-again = hecho de nuevo: { $step }
done-deleted = marca eliminada
done-handed-in = entregado el { $at }
done-taken-back = retirado: puede seguir trabajando y entregar otra vez
done-convention = En esta carpeta las palabras sin número se leen así: { $convention }
done-copied = copiada entre sus marcas
done-kept-this = se conserva esta versión
done-kept-other = se conserva la otra versión
done-kept-both = se conservan ambas notas
done-marked =
    { $count ->
        [one] { $count } lugar marcado como { $tag }
       *[other] { $count } lugares marcados como { $tag }
    }
done-marked-some =
    { $count ->
        [one] { $count } lugar marcado como { $tag }; { $before } ya lo estaban
       *[other] { $count } lugares marcados como { $tag }; { $before } ya lo estaban
    }
done-marked-before =
    { $count ->
        [one] el único lugar ya está marcado como { $tag }
       *[other] los { $count } lugares ya están marcados como { $tag }
    }
done-as-then = sus marcas están como el { $day }
done-restored =
    { $count ->
        [one] recuperado el estado del { $day }: { $count } cambio
       *[other] recuperado el estado del { $day }: { $count } cambios
    }
step-mark = marcar
step-tag = etiquetar como { $tag }
step-untag = quitar { $tag }
step-retag = reetiquetar como { $tag }
step-places =
    { $count ->
        [one] marcar { $count } lugar como { $tag }
       *[other] marcar { $count } lugares como { $tag }
    }
step-imply = añadir una afirmación implícita
step-note = editar la nota
step-add-to-note = añadir a la nota
step-source = poner la fuente
step-figure = poner la cifra
step-delete = eliminar una marca
step-ends = cambiar los extremos de una marca
step-copy = copiar una marca
step-remark = tomar un comentario
step-accept = aceptar como { $tag }
step-take-in = incorporar marcas
step-link = enlazar dos marcas
step-unlink = desenlazar dos marcas
step-relink = cambiar el tipo de un enlace
step-confirm = confirmar un lugar
step-put = poner una marca en su lugar
step-settle = decidir entre dos versiones
step-decide = decidir sobre marcas de otras personas
step-restore = recuperar un estado anterior
step-take-back = retirar: { $step }

## Lo que llegó

news-codebook = el libro de códigos ha cambiado
news-came-in =
    { $count ->
        [one] llegó { $count } marca de { $person }
       *[other] llegaron { $count } marcas de { $person }
    }
news-came-in-mine =
    { $count ->
        [one] llegó { $count } marca de otro de sus equipos
       *[other] llegaron { $count } marcas de otro de sus equipos
    }
news-changed = las marcas de { $person } han cambiado: { $how }
news-changed-mine = sus marcas han cambiado: { $how }
news-more = { $count } más
news-fewer = { $count } menos
news-different = { $count } distintas
news-mine-removed = se quitó el archivo de sus marcas; su próximo cambio lo escribe de nuevo
news-gone = el archivo de las marcas de { $person } ya no está

## Por qué algo se rechaza

refused-no-undo = no hay nada que deshacer
refused-no-redo = no hay nada que rehacer
refused-no-selection = no hay nada seleccionado
refused-source-is-mark = las palabras seleccionadas son la marca misma, no quien lo dice
refused-no-mark = no hay ninguna marca elegida
refused-no-wording = una afirmación implícita necesita palabras
refused-no-proposal = aquí no hay nada propuesto
refused-nothing-refused = no rechazó ninguna propuesta en este artículo
refused-rules = las reglas de { $path } no se pueden usar: { $reason }
refused-hint-propose = elija antes «Proponer marcas»
refused-no-remark = el archivo no tiene ese comentario
refused-no-words = una marca necesita palabras en las que estar
refused-own-mark = ya es una marca suya
refused-handed-in = sus marcas se entregaron el { $at } y quedan como están
refused-nothing-to-hand-in = no ha marcado nada ahí
refused-not-mine = no está entre sus marcas
refused-read-only-mark = esta marca no se puede cambiar: { $reason }
refused-read-only = no se puede marcar nada: { $reason }
refused-no-annotator = nadie ha dicho quién marca aquí
refused-linked-to-itself = una marca no se puede enlazar consigo misma
refused-linked-already = estas marcas ya están enlazadas así
refused-no-place = «{ $words }» no está en el artículo
refused-too-many = { $count } lugares son demasiados para marcarlos a la vez
refused-too-long = un pasaje de { $size } KiB es demasiado largo para una marca
refused-others-conflict = solo { $person } puede decir qué versión ha de quedar
refused-no-notes = no hay dos notas que juntar
refused-newer-version = la otra versión la escribió un Postil más nuevo
refused-no-place-to-confirm = esta marca no tiene ningún lugar que confirmar
refused-no-state = no se guardó ningún estado de sus marcas el { $day }
refused-damaged-state = el estado del { $day } está dañado y no se puede leer
refused-hint-no-selection = Seleccione las palabras que quiere marcar
refused-hint-source-is-mark = Seleccione el nombre de quien lo dice, o tómelo como lo cuenta el texto
refused-hint-no-mark = Haga clic en una, en el texto o en la lista
refused-hint-to-put = Seleccione antes las palabras
refused-hint-delete = Elimínela
refused-hint-copy = Cópiela antes entre las suyas
refused-hint-newer = Instale la versión más nueva, o marque con otro nombre
refused-hint-name = Diga antes su nombre
refused-hint-handed-in = «Retirar lo entregado» en el menú Clase le deja seguir
refused-hint-too-many = Pueden ser { $most } como mucho; busque más palabras
refused-hint-too-long = Marque { $size } KiB como mucho
refused-hint-others-conflict = Copie la marca entre las suyas para trabajar con ella
refused-hint-newer-version = Decídalo allí, o conserve esta
refused-hint-put = Seleccione sus palabras y póngala allí
read-only-newer = la capa la escribió un Postil más nuevo
read-only-others = estas son las marcas de { $person }

## Archivos que no se pueden leer o escribir

save-failed = las marcas no se pueden guardar en `{ $name }`: { $reason }
open-failed = no se puede abrir `{ $path }`: { $reason }
read-failed = no se puede leer `{ $path }`: { $reason }
open-hint-not-found = compruebe cómo está escrita la ruta
open-hint-denied = pida permiso para leer el archivo, o abra una copia
open-hint-folder = abra la carpeta en la ventana, o indique uno de sus artículos
open-hint-host = abra una copia del artículo en una carpeta propia
import-too-large = tiene más de { $most } MiB, lo máximo que se lee de un artículo
import-binary = no es texto: sus bytes no corresponden a ninguna codificación de letras
import-unsupported = es { $kind }, que Postil no lee
import-shortcut = solo dice dónde está una página: `{ $address }` está en la web, y Postil nunca descarga nada
import-failed = el propio lector de Postil se rindió, lo cual es un error de Postil
import-protected = es un libro protegido contra copia (DRM): su texto está cifrado
import-protected-by = es un libro protegido contra copia (DRM de { $scheme }): su texto está cifrado
import-no-page = es el archivo de una página web y no contiene ninguna página
import-damaged-list = es un archivo web y la lista de sus ficheros está dañada
import-too-many-values = es un archivo web que representa más de lo que contiene o está anidado en exceso
import-damaged-pdf = empieza como un archivo PDF y está tan dañado que no se puede leer nada de él
import-unknown-lock = es un archivo PDF cifrado de una manera que aquí no se conoce
import-locked = está protegido con una contraseña
import-wrong-password = está protegido y la contraseña no lo abre
import-unknown-encoding = no hay ninguna codificación llamada `{ $label }`
import-too-long = la lectura se interrumpió tras { $seconds } segundos, lo máximo que puede tardar un artículo
import-too-much-memory = leerlo requiere más de { $most } MiB de memoria, lo máximo que puede ocupar un artículo
import-crashed = el proceso que lo leía terminó de forma inesperada
import-stopped = la lectura se interrumpió porque ya nadie la esperaba
foreign-pdf = un archivo PDF
foreign-rtf = un archivo RTF
foreign-old-office = un archivo antiguo de Microsoft Office, o uno nuevo con contraseña
foreign-spreadsheet = una hoja de cálculo
foreign-presentation = una presentación
foreign-iwork = un archivo de Pages, Numbers o Keynote
foreign-zip = un archivo zip
foreign-archive = un archivo comprimido
foreign-kindle = un libro de Kindle
foreign-djvu = un archivo DjVu
foreign-postscript = un archivo PostScript
foreign-picture = una imagen
foreign-sound = una grabación de sonido
foreign-film = un vídeo
foreign-font = una fuente tipográfica
foreign-program = un programa
foreign-database = una base de datos
way-in-text = guárdelo como texto o como página web y ábralo
way-in-document = guárdelo como DOCX u ODT en un procesador de textos y ábralo
way-in-spreadsheet = guarde la hoja como página web o como texto y ábrala
way-in-presentation = guarde su esquema como texto o las diapositivas como PDF y ábralo
way-in-iwork = expórtelo como DOCX, EPUB o PDF y ábralo
way-in-unpack = descomprímalo y abra los artículos que contiene
way-in-kindle = guárdelo como EPUB y ábralo
way-in-picture = Postil no lee letras en imágenes: haga que un programa de reconocimiento de texto las guarde como texto y ábralo
way-in-postscript = guárdelo como PDF y ábralo
way-in-words = abra en su lugar las palabras: una transcripción como texto, o subtítulos (.srt, .vtt)
way-in-none = busque el artículo mismo: este archivo no contiene ninguno
way-in-database = exporte los textos desde el programa al que pertenece y ábralos
import-hint-too-large = divídalo en partes y ábralas
import-hint-binary = abra el artículo como texto, Markdown o página web guardada
import-hint-failed = guárdelo como texto sin formato y ábralo; el archivo muestra el error, así que comuníquelo
import-hint-protected = pida a la editorial un ejemplar sin protección; Postil no la quita
import-hint-save-page-anew = abra la página en un navegador y guárdela de nuevo
import-hint-damaged-pdf = consígalo de nuevo de donde vino
import-hint-unknown-lock = ábralo en el programa que lo hizo y guárdelo sin contraseña
import-hint-password = dé la contraseña del archivo
import-hint-unknown-encoding = pruebe un nombre como windows-1251, windows-1256, koi8-r o utf-16le
import-hint-too-much = el archivo puede estar dañado o hecho para causar daño; divídalo en partes, o guárdelo como texto sin formato y ábralo
import-hint-crashed = nada más se vio afectado; guárdelo como texto sin formato y ábralo, y comunique el archivo
import-hint-stopped = vuelva a abrirlo
archive-no-list = es un archivo comprimido (zip) sin la lista de sus partes, que está al final: quedó cortado o está dañado
archive-too-many = es un archivo comprimido (zip) de más de { $most } partes, lo máximo que se lee
archive-too-large = sus partes ocupan descomprimidas más de { $most } MiB, lo máximo que se descomprime de un artículo
archive-too-large-part = su parte `{ $part }` pasa de { $most } MiB, lo máximo que se lee de ella
archive-ratio = su parte `{ $part }` ocupa descomprimida más de { $most } veces su tamaño, lo que ningún texto hace
archive-missing = falta su parte `{ $part }`, que contiene el texto
archive-damaged = su parte `{ $part }` está dañada
archive-password = su parte `{ $part }` tiene contraseña
archive-packing = su parte `{ $part }` está comprimida de una manera que no se lee
archive-empty = es un archivo comprimido (zip) vacío
archive-no-article = es un archivo comprimido (zip) de { $count ->
    [one] un archivo, `{ $part }`,
   *[other] { $count } archivos, de los que `{ $part }` es el primero,
} sin ningún artículo que se lea
archive-hint-again = consiga el archivo de nuevo, o ábralo en el programa que lo hizo y guárdelo otra vez
archive-hint-cut = divida el artículo en partes en el programa que lo hizo, o guárdelo como texto
archive-hint-password = ábralo en el programa que lo hizo y guárdelo sin contraseña
archive-hint-unpack = descomprímalo y abra el artículo que contiene
file-not-found = no existe ese archivo
file-denied = el sistema no da permiso
file-folder = es una carpeta
file-special = no es un archivo corriente
file-full = el disco está lleno
file-read-only = no se puede escribir en la carpeta
file-link = es un enlace a algo que no es esta capa
file-outside = está fuera de la carpeta del artículo
file-failed = Postil ha cometido un error
file-no-folder = una carpeta del camino es un archivo
file-folder-gone = su carpeta ya no está
file-name-too-long = su nombre es demasiado largo
file-too-long = tiene más de { $most } MiB, lo máximo que se lee
file-newer = lo escribió un Postil más nuevo
file-no-text = no es texto
file-system = el sistema dice «{ $words }»

## Títulos y palabras de los diálogos

title-who = ¿Quién marca aquí?
title-palette = Todas las órdenes
title-keys = Teclas
title-settings = Preferencias
title-earlier = Estados anteriores de mis marcas
title-encoding = Leer con otra codificación
title-correct = Corregir fecha y medio
correct-about = Para cuando el archivo del artículo se equivoca. El archivo queda como está; el orden, los hechos y los recuentos siguen lo que usted diga.
correct-date = Publicado el
correct-outlet = Publicado por
correct-file-says = El archivo dice: { $words }
correct-file-silent = El archivo no dice nada.
correct-do = Corregir
title-imply = Una afirmación implícita
title-mark-all = Marcar todas las apariciones
title-go-to = Ir al párrafo
title-versions = ¿Cuál ha de quedar?
title-copies = Quitar copias en conflicto
title-about = Acerca de Postil
who-about = Su nombre va en el archivo de sus marcas, para que otros las distingan de las propias. Queda en este equipo y en esos archivos.
who-name = Nombre
who-start = Empezar a marcar
imply-about = Cuando un artículo solo recoge el desmentido: lo que se desmiente, con sus propias palabras.
imply-wording = Texto
imply-add = Añadir
about-what = Un lector en el que se marca lo que dice un artículo: quién afirma, quién desmiente, quién murió según qué cuenta, y qué es solo opinión. Nunca dice quién tiene razón.
about-licences = MIT o Apache-2.0. Letras con la licencia Open Font License: Source Serif, Inter, JetBrains Mono, Noto Naskh Arabic, Noto Serif Hebrew.
palette-hint = Escriba algunas letras de una orden
palette-no-match = Ninguna orden tiene esas letras

## Una marca en palabras

date-moment = { $day }, { $time } UTC
mark-untagged = Nota
row-of-mark = { $tags }: { $quote }
row-with-versions = { $tags }: { $quote }, dos versiones
row-versions = ⚠ dos versiones
row-now = ahora «{ $words }»
hover-more = y { $count } más
hover-changed = Las palabras han cambiado desde que se marcaron
picture-unnamed = Una imagen
note-back = De vuelta al texto, nota { $label }
note-reference = Nota al pie { $words }
strip-name = Vista general: { $mine } marcas suyas, { $theirs } de otros, { $found } encontradas
strip-found = { $count } encontradas aquí

## Donde no hay ningún artículo abierto, y lo que se dice de uno

empty-reading = Leyendo…
empty-reading-name = Leyendo { $name }…
empty-stop = Parar
empty-stop-hint = Deja de leer y no abre nada
empty-title = Abra un artículo para leerlo y marcar lo que dice
empty-about = Texto, Markdown o una página web guardada: suéltelo aquí o elíjalo
empty-open = Abrir…
empty-open-folder = Abrir carpeta…
drop-to-open = Suelte para abrir
note-on = Nota sobre { $what }
link-not-here = una marca que no está aquí
tagbar-tag = El pasaje { $description }
tagbar-note = Marca las palabras y abre una nota{ $key }
recovered =
    { $count ->
        [0] cambios recuperados en { $name }
        [one] recuperado { $count } cambio en { $name }
       *[other] recuperados { $count } cambios en { $name }
    }
recovered-waits =
    { $count ->
        [0] cambios en { $name } guardados y en espera: { $reason }
        [one] { $count } cambio en { $name } guardado y en espera: { $reason }
       *[other] { $count } cambios en { $name } guardados y en espera: { $reason }
    }
recovered-waits-read-only = la capa no se puede cambiar
recovered-waits-no-article = el artículo ya no está
recovered-with = { $what }: { $details }
warning-written-again = el archivo de sus marcas ya no estaba; se ha escrito de nuevo
moved-mine = este artículo se movió: sus marcas se encontraron en { $folders }; desde el próximo cambio se guardan junto al artículo
moved-of = este artículo se movió: las marcas de { $person } se encontraron en { $folders }
moved-mine-and-of = este artículo se movió: sus marcas y las de { $person } se encontraron en { $folders }; las suyas se guardan junto al artículo desde el próximo cambio
moved-of-several = este artículo se movió: las marcas de { $count } personas se encontraron en { $folders }
moved-mine-and-several = este artículo se movió: sus marcas y las de { $count } personas se encontraron en { $folders }; las suyas se guardan junto al artículo desde el próximo cambio

## Cuántos

figure-about = unos { $number }
figure-worded = «{ $words }»

## Por qué no se puede usar una orden

lack-article = No hay ningún artículo abierto
lack-in-view = El artículo no está a la vista: vuelva a él por su pestaña y hágalo entonces
lack-folder = No hay ninguna carpeta abierta
lack-words = No hay palabras seleccionadas
lack-mark = No hay ninguna marca elegida
lack-own-mark = No hay ninguna marca suya elegida
lack-others-mark = No hay ninguna marca de otra persona elegida
lack-words-or-mark = Seleccione palabras o elija una marca
lack-chosen = No hay marcas elegidas en la tabla
lack-source = No hay elegida ninguna marca suya que pueda decir quién lo dice
lack-figure = No hay elegida ninguna marca suya que pueda decir cuántos
lack-placed-mark = La marca elegida no tiene lugar en el texto
lack-unclear-mark = No hay elegida ninguna marca que revisar
lack-own-unclear-mark = No hay elegida ninguna marca suya que revisar
lack-marks = El artículo no tiene marcas
lack-versions = Ninguna marca tiene varias versiones
lack-my-marks = No ha marcado nada aquí
lack-handed-in = Sus marcas no están entregadas
lack-copies = No hay copias de conflicto junto al artículo
lack-other-text = No se conoce otra versión del artículo
lack-others = Nadie más ha marcado este artículo
lack-web-page = El artículo no es una página web guardada
lack-beside = De este artículo no se omitió nada, y su archivo no tiene comentarios
lack-feedback = Nadie ha comentado las marcas de este artículo
lack-pages = El archivo del artículo no tiene páginas
lack-deed = No hay nada que deshacer
lack-undone-deed = No hay nada que rehacer
lack-proposals = No hay nada propuesto
lack-many-edits = No se han cambiado a la vez las marcas de muchos artículos

## Los menús del botón derecho

context-tag = Etiquetar
context-also-tag = Etiquetar también
context-none = aquí no hay ningún menú

## Copiar, y archivos en otro lugar

copied = copiado
copied-citation = copiado con su cita
citation-page = pág. { $page }
copied-marks =
    { $count ->
        [one] { $count } marca copiada
       *[other] { $count } marcas copiadas
    }
copied-no-marks = no hay marcas que copiar: el artículo no tiene ninguna
copied-path = ruta copiada
reveal-failed = el sistema no muestra ninguna carpeta
reveal-failed-hint = El archivo está en { $path }

## Quién marca

who-heading = Usted marca como
who-nobody = Se pregunta con la primera marca
who-nobody-short = Nadie aún
who-named = Usted marca como { $person }
who-mark-as = Marcar como { $person }
who-everywhere = En todas partes
who-here = Solo en esta carpeta
who-add = Añadir una persona…
who-add-title = Añadir una persona que marca
who-add-about = Cada nombre tiene su propio archivo junto al artículo. Lo que se marca con uno solo se cambia con ese.
who-add-does = Marcar como esta persona
who-colour = Color
who-colour-nth = Color { $nth }
who-where = Marca
who-now = ahora usted marca como { $person }
who-now-here = ahora usted marca como { $person }, en la carpeta { $folder }
who-unsaved = Quien marca sigue siendo el mismo hasta que se guarden estas marcas

## Un artículo de lo que se pegó

paste-heading = Nuevo artículo desde el portapapeles
paste-rich = Texto con formato, con sus títulos, listas y enlaces
paste-plain = Texto sin formato
paste-title = Título
paste-address = Dirección, si la conoce
paste-folder = Carpeta
paste-file = Se escribe una sola vez, como { $name }, y nunca sobre otro archivo
paste-does = Hacer el artículo
paste-nothing = el portapapeles no tiene palabras
paste-no-folder = no hay ninguna carpeta `{ $folder }`
paste-not-written = no se puede escribir el artículo: { $reason }
paste-names-taken = hay demasiados archivos llamados como `{ $name }`: dé otro título al artículo
paste-made = se hizo un artículo nuevo del portapapeles
empty-paste = Nuevo desde el portapapeles…
empty-paste-hint = O pulse Ctrl+V
web-never = `{ $address }` está en la red, y Postil nunca descarga nada
web-never-hint = Guarde la página en su navegador (Ctrl+S) y abra ese archivo, o copie sus palabras y péguelas aquí

## Cómo empezar

first-select = Seleccionar
first-select-how = arrastre, o pulse S
first-tag = Etiquetar
first-tag-how = { $tags }
first-who = Quién
first-who-how = en la ficha de la derecha
first-saved = Guardado
first-saved-how = por sí solo; Ctrl+Z deshace cualquier cosa
first-close = Quitar esta línea
first-close-hint = Quita esta línea para siempre

## La línea de abajo

foot-nothing = No hay ningún artículo abierto
foot-text = Texto
foot-markdown = Markdown
foot-pdf = PDF
foot-docx = Archivo de Word
foot-odt = Texto de OpenDocument
foot-subtitles = Subtítulos
foot-book = Libro
foot-page-article = Página web, su artículo
foot-page-whole = Página web, entera
foot-page-with-left-out = Página web, con lo que se había omitido
foot-encoding = La codificación del archivo. Pulse si las letras se ven mal
foot-versions =
    { $count ->
        [one] { $count } marca tiene dos versiones
       *[other] { $count } marcas tienen dos versiones
    }
foot-versions-hint = Se conservan ambas hasta que diga cuál ha de quedar
foot-copies =
    { $count ->
        [one] { $count } copia en conflicto
       *[other] { $count } copias en conflicto
    }
foot-copies-hint = Se leen como una con su archivo. Pulse para quitarlas
foot-proposals =
    { $count ->
        [one] { $count } marca propuesta
       *[other] { $count } marcas propuestas
    }
foot-proposals-hint = Pasajes recuadrados. Pulse para ir al siguiente
foot-review =
    { $count ->
        [one] { $count } marca por revisar
       *[other] { $count } marcas por revisar
    }
foot-review-hint = Sus palabras cambiaron o ya no están; se hallan al final de la lista. Pulse para ir a la siguiente
foot-misleading =
    { $count ->
        [one] { $count } carácter oculto podría engañar
       *[other] { $count } caracteres ocultos podrían engañar
    }
foot-misleading-hint = Cambian el orden de las palabras, las esconden o las parten. Pulse para ver dónde están
foot-misleading-shown = Tienen signos en la página. Pulse para quitarlos
foot-warnings = { $count } cosas que saber
foot-marks =
    { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
foot-marks-by =
    { $count ->
        [one] { $count } marca de { $people } personas
       *[other] { $count } marcas de { $people } personas
    }

## Pestañas

tab-close = Cerrar { $tab }

## Beside the text

beside-none = El archivo no tiene nada junto al texto del artículo
beside-left-out =
    { $count ->
        [one] Se omitió un pasaje, { $words } palabras
       *[other] Se omitieron { $count } pasajes, { $words } palabras en total
    }
beside-take-in = Leerlos en su lugar
beside-leave-out = Omitirlos de nuevo
beside-somebody = Alguien
beside-row = { $heading }: { $words }
beside-take-over = Tomar como marca
beside-take-over-hint = Hace una marca propia sobre las palabras que comenta; su nota dice quién lo escribió
beside-copy = Copiar
foot-left-out =
    { $count ->
        [one] Omitido: un pasaje, { $words } palabras
       *[other] Omitido: { $count } pasajes, { $words } palabras
    }
foot-left-out-hint = Están en el artículo o cerca y no parecen parte de él. Haga clic para leerlos
foot-remarks =
    { $count ->
        [one] Un comentario en el archivo
       *[other] { $count } comentarios en el archivo
    }
foot-remarks-hint = Otros los escribieron al margen antes de que el archivo llegara. Haga clic para leerlos
foot-locator-page = Página { $label }
foot-locator-chapter = { $label }
left-out-here = Omitido aquí. { $heading }: { $words }
left-out-heading =
    { $count ->
        [one] { $reason } · una palabra
       *[other] { $reason } · { $count } palabras
    }
left-out-navigation = Enlaces a otras páginas
left-out-share = Botones para compartir
left-out-subscription = Oferta de suscripción
left-out-form = Formulario
left-out-teasers = Otros artículos
left-out-advertisement = Publicidad
left-out-comments = Comentarios de lectores
left-out-hidden = No lo muestra la página
left-out-page-header = Cabecera de la página
left-out-page-footer = Pie de la página
left-out-page-number = Número de página
left-out-deleted = Borrado por un autor
left-out-remark = Nota propia del autor
left-out-formula = Fórmula
left-out-reading = Cómo se leen los caracteres

## El libro de códigos incorporado

tag-claim = Afirmación
    .plural = Afirmaciones
    .one = una afirmación
    .description = afirma que algo es así, y las pruebas podrían decidirlo
tag-denial = Desmentido
    .plural = Desmentidos
    .one = un desmentido
    .description = rechaza una afirmación, hecha aquí o en otro lugar
tag-casualty-report = Cifra de víctimas
    .plural = Cifras de víctimas
    .one = una cifra de víctimas
    .description = cuenta personas afectadas: muertas, heridas, desaparecidas, detenidas, desplazadas o capturadas
tag-opinion = Opinión
    .plural = Opiniones
    .one = una opinión
    .description = juzga, predice o exhorta; ninguna prueba podría decidirlo
question-rejects = ¿Rechaza una afirmación, hecha aquí o en otro lugar?
question-counts = ¿Cuenta personas afectadas, o dice que no hay ninguna?
question-evidence = ¿Podrían decidirlo las pruebas?
question-judges = ¿Juzga, predice o exhorta?
relation-denies = desmiente
    .inverse = desmentido por
relation-disputes-figure = disputa la cifra de
    .inverse = cifra disputada por
relation-partly-denies = desmiente en parte
    .inverse = desmentido en parte por
relation-corrects = corrige
    .inverse = corregido por
relation-confirms = confirma
    .inverse = confirmado por
relation-part-of = cuenta una parte de
    .inverse = incluye el recuento de
relation-repeats = repite
    .inverse = repetido por
relation-responds-to = responde a
    .inverse = respondido por

## Lo que hay que saber de un artículo tal como se ha leído

reading-judged = el archivo no está en UTF-8; a juzgar por sus letras se ha leído como { $encoding }
reading-damaged =
    { $count ->
        [one] un lugar no se ha podido leer como { $encoding } y se muestra como �: línea { $line }, byte { $byte } del archivo
       *[other] { $count } lugares no se han podido leer como { $encoding } y se muestran como �; el primero está en la línea { $line }, byte { $byte } del archivo
    }
reading-one-block-page = después de 1.000.000 de bloques, el resto de la página es un solo bloque
reading-one-block = después de 1.000.000 de bloques, el resto del archivo es un solo bloque
reading-cut = solo se leen los primeros 1.000.000 de bloques del archivo
reading-whole-page = no se ha podido distinguir el artículo del resto de la página, así que se muestra toda la página
reading-hidden = detrás de una oferta de suscripción la página esconde { $count } párrafos más del artículo, que se omiten
reading-has-html = el archivo contiene HTML: se omiten sus etiquetas y se conservan sus palabras
reading-too-deep = las citas y las listas se anidan demasiado y se muestran con menos profundidad
reading-pictures =
    { $count ->
        [one] se omite { $count } de sus imágenes: hay demasiadas, o sus direcciones son demasiado largas
       *[other] se omiten { $count } de sus imágenes: hay demasiadas, o sus direcciones son demasiado largas
    }
reading-part = una parte del archivo no se lee: { $reason }
reading-part-cut = el archivo está dañado: no se pudo leer lo que sigue a las últimas palabras que se muestran
reading-changes = el archivo tiene cambios registrados, que se leen como aceptados{ $count ->
    [0] { "" }
    [one] ; se omite un pasaje eliminado
   *[other] ; se omiten { $count } pasajes eliminados
}
reading-embedded = hay en el texto archivos de otros tipos que no se leen: { $count }
reading-attached =
    { $count ->
        [one] con el correo se envió un archivo que no se lee: { $names }
       *[other] con el correo se enviaron { $count } archivos que no se leen: { $names }
    }
reading-broken = las letras del archivo se estropearon antes de escribirlo ({ $seen } por { $meant }): Archivo > Leer con codificación las repara
reading-plain-words = la página se muestra como palabras sin formato, porque { $reason }
reading-cap-attributes = sus etiquetas tienen demasiados atributos
reading-cap-depth = sus elementos están anidados a demasiada profundidad
reading-cap-elements = tiene demasiados elementos
reading-cap-signs = tiene demasiados signos de marcado
reading-protected-parts =
    { $count ->
        [one] una parte del libro está protegida contra la copia (DRM) y se omite
       *[other] { $count } partes del libro están protegidas contra la copia (DRM) y se omiten
    }
reading-missing-parts =
    { $count ->
        [one] una parte que el libro nombra no está en el archivo o no se puede leer
       *[other] { $count } partes que el libro nombra no están en el archivo o no se pueden leer
    }
reading-no-spine = el libro no dice en qué orden se lee; sus páginas siguen el orden de sus nombres
reading-long-book = solo se lee el principio del libro: como mucho { $parts } partes y { $size } MiB de texto
reading-frames =
    { $count ->
        [one] un marco de la página tiene palabras que no son parte del artículo; la página entera las muestra
       *[other] { $count } marcos de la página tienen palabras que no son parte del artículo; la página entera las muestra
    }
reading-many-files = solo se miran { $count } de los archivos que se guardaron con la página
reading-scanned = las páginas son imágenes (un escaneo): el archivo no tiene texto y aquí no se puede extraer
reading-scanned-pages =
    { $count ->
        [one] la página { $pages } es una imagen sin texto (un escaneo)
       *[other] las páginas { $pages } son imágenes sin texto (un escaneo)
    }
reading-unknown-letters = el archivo no dice qué letras son { $count } de sus { $of } glifos; se muestran como � o como los tiene la fuente
reading-pages-cut = solo se leen las primeras { $count } de { $of } páginas
reading-pages-too-much =
    { $count ->
        [one] la página { $pages } no se lee hasta el final, porque tiene demasiado dibujado
       *[other] las páginas { $pages } no se leen hasta el final, porque tienen demasiado dibujado
    }
reading-part-too-deep = los elementos del archivo están anidados a demasiada profundidad; lo que sigue allí no se lee
reading-empty = el archivo está vacío
reading-no-text = el archivo no tiene texto

## Lo que hay que saber de los archivos que están a su lado

layers-no-codebook = no se puede usar el libro de códigos «{ $path }»: { $reason }; vale el incorporado
layers-of = «{ $name }»: { $what }
layers-unlisted = no se pueden enumerar las capas que están junto al artículo: { $reason }
layers-left-unreadable = no se puede leer una capa de este artículo: { $reason }: «{ $path }»
layers-begun-apart = las marcas anteriores de { $person } se empezaron por separado y se quedan donde están: «{ $folder }»
layers-no-layer = «{ $name }» no es una capa que se pueda leer; se deja como está
layers-too-large = «{ $name }» se deja como está: { $reason }
layers-unreadable = no se puede leer «{ $name }»: { $reason }
layers-copy = «{ $name }» es una copia de la misma capa; las dos se han leído como una
layers-more = «{ $name }»: … y { $count } más como estas
layer-too-many-bytes = tiene más de { $most } MiB, lo máximo que se lee de una capa
layer-too-many-lines = tiene más de { $most } líneas, lo máximo que se lee de una capa
layer-unread = no se lee nada del archivo: { $reason }
layer-line = la línea { $number } { $what }
layer-no-header = el archivo no dice de quién es la capa ni de qué documento
layer-newer = un Postil más nuevo escribió esta capa; se puede leer, pero no cambiar
layer-other-header = la cabecera de otra capa, de { $person }, está en esta
layer-elsewhere =
    { $count ->
        [one] una marca es de otro documento; se conserva, pero no se muestra
       *[other] { $count } marcas son de otro documento; se conservan, pero no se muestran
    }
line-too-long = es demasiado larga; se conserva, pero no se muestra
line-unreadable = no se puede leer y se deja como está
line-bare-header = es una cabecera a la que le falta la capa, la persona o el documento
line-no-id = no tiene un identificador conocido; se conserva, pero no se muestra
line-other-kind = es de una clase que se conserva, pero no se muestra
line-no-target = es una marca sin un lugar conocido; se conserva, pero no se muestra
line-too-many-pieces = tiene demasiados trozos; se conserva, pero no se muestra
line-bad-position = tiene una posición que no lo es; cuentan sus palabras
line-foreign-figure = tiene una cifra que no es de las nuestras; se conserva, pero no se muestra
line-foreign-sources = tiene fuentes en una forma desconocida; se conservan, pero no se muestran
codebook-form = no se puede leer: { $reason }
codebook-bad-slug = su nombre corto «{ $slug }» solo puede tener letras ASCII, cifras, guiones y guiones bajos
codebook-doubled-slug = tiene dos veces el nombre corto «{ $slug }»
codebook-doubled-key = da la tecla { $key } a dos etiquetas
codebook-missing-tag = la relación «{ $relation }» nombra la etiqueta «{ $tag }», que no está en el libro de códigos
codebook-no-colour = la etiqueta «{ $tag }» tiene el color «{ $value }», que no lo es
codebook-no-answer = la etiqueta «{ $tag }» tiene una pregunta con la respuesta «{ $value }», que no es ni «yes» ni «no»
codebook-no-key = la etiqueta «{ $tag }» tiene la tecla «{ $value }», que no lo es
codebook-no-shape = la etiqueta «{ $tag }» tiene la línea «{ $value }», que no lo es
alike-pair = las etiquetas «{ $first }» y «{ $second }» se parecen y son dos
alike-more =
    { $count ->
        [one] … y { $count } par más de etiquetas que se parecen
       *[other] … y { $count } pares más de etiquetas que se parecen
    }
folder-settings = no se pueden usar los ajustes «{ $path }»: { $reason }; hasta entonces los textos se guardan solo con cada persona
folder-settings-key = «{ $path }»: línea { $line }: la clave «{ $key }» no se conoce y no dice nada; se conocen { $known }
folder-settings-more = «{ $path }»: … y { $count } claves más que no se conocen

## Por qué se ha rechazado algo, cuando los archivos cambian mientras están abiertos

refused-not-tagged = la marca no tiene la etiqueta «{ $tag }»
refused-no-layer = no se ha podido empezar su capa
refused-unknown-tag = el libro de códigos no tiene la etiqueta «{ $tag }»
refused-unknown-relation = el libro de códigos no tiene la relación «{ $kind }»
refused-carries-none = ninguna de las etiquetas de esta marca lo lleva
refused-same-article = es una marca del mismo artículo
refused-not-linked = usted no ha enlazado así estas marcas
refused-wrong-end = el libro de códigos no enlaza así marcas con estas etiquetas
refused-several-places = «{ $words }» aparece { $count } veces en el artículo
refused-too-much = con esto la marca sería demasiado larga para guardarla
refused-unknown-mark = la marca ya no está
refused-unknown-person = nadie llamado { $person } ha marcado este artículo
refused-no-conflict = ya no hay dos versiones de esta marca
refused-no-version = esta versión ya no está
refused-no-candidate = este lugar ya no está
refused-no-figure = esta marca no tiene esa cifra
refused-no-source = esta marca no tiene esa fuente
refused-nothing-counted = en estas palabras no se cuenta a nadie
refused-nobody-speaks = el texto no nombra a nadie que lo diga
refused-wrong-value = «{ $words }» no puede ir ahí
refused-settings = no se pueden cambiar los ajustes de esta carpeta
refused-hint-nothing-counted = Escriba las palabras que cuentan
refused-hint-nobody-speaks = Escriba quién lo dice, o «unattributed»
refused-hint-tags = Sus etiquetas son { $tags }
refused-hint-relations = Sus relaciones son { $kinds }
refused-hint-carries = Etiquétela como { $tags }
refused-hint-too-much = Escriba menos, o marque varios pasajes
refused-hint-wrong-end = Elija otra clase de enlace, o etiquete las marcas de otro modo
file-layer-too-large = tiene más de lo que se lee de una capa
file-no-home = esta persona no tiene carpeta personal; indique una en POSTIL_HOME
file-bad-name = «{ $name }» no es un nombre para un archivo propio del programa
file-nameless = una persona necesita un nombre
file-people = no se puede leer la lista de personas «{ $path }»: { $reason }

## The page of a file

page-before = La página anterior
page-after = La página siguiente
page-smaller = Más pequeña
page-larger = Más grande
wordless-title = Aquí no hay texto que leer
wordless-scan-hint = Sus páginas se pueden mirar. Para marcar palabras, haga que un programa de reconocimiento de texto (OCR) las escriba en el archivo y ábralo de nuevo.
wordless-page = Mostrar las páginas
page-coming = Se está dibujando la página
page-none = Esta página no se puede dibujar
page-picture = La página tal como está dibujada
foot-locator-hint = Muestra la página tal como está dibujada

## The password of a file

title-password = Protegido con contraseña
password-about = «{ $name }» solo se puede leer con su contraseña
password-wrong = Esta contraseña no lo abre
password-kept = Postil la guarda en memoria mientras la ventana está abierta y no la escribe en ninguna parte
password-field = Contraseña
password-open = Abrir

## El libro de notas: una clase frente a la clave

command-show-grade-book = Libro de notas
    .hint = Califica lo que entregó una clase con tus marcas o una tarea, con una razón para cada punto
command-toggle-class = La clase en el artículo
    .hint = Muestra dónde marcó la clase y dónde se dividió, en el artículo y a su lado
command-next-in-key = Marca siguiente de la clave
    .hint = Va a la marca siguiente de la clave y muestra cómo la marcó la clase
command-previous-in-key = Marca anterior de la clave
    .hint = Va a la marca anterior de la clave y muestra cómo la marcó la clase
command-grades-out = Sacar las notas…
    .hint = Escribe las notas como tabla, en un libro de calificaciones descargado, o como página para cada alumno
lack-class = Todavía no se ha calificado ninguna clase
class-grading = Calificando…
class-none = No hay ningún artículo abierto
class-none-hint = Abre el artículo con tus marcas, que son la clave, o suelta aquí una tarea
class-whose-key = ¿De quién son las marcas de la clave?
class-whose-key-hint = Elígelas, o marca tú el artículo
class-key-choose = Elegir la clave
class-key-of = Clave: { $name }
class-key-of-file = Clave: { $name }
class-by-article = Según el artículo abierto
class-by-assignment = Por una tarea…
class-key-hint = Con qué se califica
class-empty = Todavía no se ha entregado nada
class-empty-hint = Suelta aquí los archivos, un archivo comprimido o una carpeta
class-add-files = Añadir archivos…
class-add-files-hint = Lo que enviaron los alumnos, o archivos comprimidos con ello
class-add-folder = Añadir una carpeta…
class-add-folder-hint = Todo lo que enviaron los alumnos, en una carpeta o en las que hay en ella
class-add-beside = { $count ->
    [one] Calificar la que está junto al artículo
   *[other] Calificar las { $count } que están junto al artículo
}
class-add-beside-hint = Se entregaron ahí, como en una carpeta que todos comparten
class-out = Sacar las notas…
class-out-hint = Como tabla, en un libro de calificaciones descargado, o como página para cada alumno
class-nothing-out = Todavía no hay notas
class-sealed = La clave está sellada
class-sealed-hint = La frase de paso la abre mientras esta ventana esté abierta
class-wrong-pass-phrase = La clave no se abre: la frase de paso es otra, o el archivo está dañado
class-pass-phrase = Frase de paso
class-unseal = Abrir la clave
class-no-key = La tarea no contiene ninguna clave
class-empty-key = La clave no tiene ninguna marca con etiqueta y lugar en el texto
class-empty-key-hint = Marca el artículo con etiquetas, o elige otra clave
class-fault = No se califica nada: { $reason }
class-fault-hint = Pide que envíen el archivo otra vez, o elige otra clave
class-desk-fault-hint = Aparta ese archivo, o recupera un estado anterior de él
class-unsaved-hint = Lo que decidiste queda en esta ventana y se guarda con el próximo cambio
class-not-kept = Lo decidido sobre la clase no está en «{ $name }»: { $reason }
class-not-replaced = «{ $name }» no se sobrescribe, y no se califica con él: { $reason }
grades-damaged = está dañado o cortado
grades-newer = lo escribió un Postil más nuevo
grades-part = no se puede leer «{ $key }» en él
class-other-key = Esta clave no es aquella para la que se publicó su compromiso
class-summary-empty = { $marks ->
    [one] 1 marca
   *[other] { $marks } marcas
} en la clave
class-summary = { $count ->
    [one] 1 alumno
   *[other] { $count } alumnos
}, { $passed } aprobados, { $mean } % de media; { $marks ->
    [one] 1 marca
   *[other] { $marks } marcas
} en la clave, { $of } puntos
class-section-table = Tabla
class-section-confusion = Tomado por
class-section-divided = Divididos
class-section-answers = Fuera de la clave ({ $count })
class-section-before = Antes y después
class-section-rubric = Rúbrica
class-section-files = Archivos
class-faults = { $count ->
    [one] 1 archivo no se califica
   *[other] { $count } archivos no se califican
}
class-faults-hint = Muestra cuáles, y por qué
class-choose-cell = Elige una celda: aquí se dice por qué se dieron sus puntos
class-head-name = Alumno
class-head-points = Puntos
class-head-of = De
class-head-passed = Aprobado
class-sort = Ordenar por: { $by }
class-head-mark = Marca { $nth } de la clave: { $quote }
class-head-extras = Marcas que no están en la clave
class-head-what = Qué cuenta
class-head-weight = Cuánto
class-head-file = Archivo
class-head-when = Cuándo se entregó
class-head-why = Por qué no se leyó
class-pupil-name = { $name }: { $given } de { $of } puntos, { $passed }
class-passed = aprobado
class-not-passed = no aprobado
class-cell = { $name }; { $nth } «{ $quote }»; { $verdict }; { $given } de { $of } puntos
class-cell-extras = { $name }; { $count ->
    [0] ninguna marca fuera de la clave
    [one] 1 marca fuera de la clave
   *[other] { $count } marcas fuera de la clave
}
class-verdict = { $verdict }: { $given } de { $of } puntos
class-in-key = En la clave, marca { $nth }
class-yours = La del alumno
class-alternatives = { $count ->
    [one] se acepta 1 respuesta más
   *[other] se aceptan { $count } respuestas más
}
class-line = { $part }: { $given } de { $of }, { $why }
class-by-hand = Puesto a mano en { $points }: { $reason }
class-points = Puntos
class-points-of = de { $of }
class-reason = Razón
class-set-by-hand = Poner a mano
class-set-hint = Los puntos que pones a mano necesitan una razón, que el alumno leerá
class-by-rubric = Como dice la rúbrica
class-by-rubric-hint = Retira lo que se puso a mano aquí
class-show = Mostrar en el artículo
class-show-hint = Va allí y muestra cómo lo marcó la clase
class-show-other = El artículo de esta clave no está abierto
class-grade = { $given } de { $of } puntos, { $percent } %, { $passed }
class-handed-in = Entregado: { $at }
class-pupil-line = { $nth }. { $given }/{ $of } { $quote }: { $why }
class-unplaced = { $count ->
    [one] 1 marca se hizo en otra versión del texto y no se califica
   *[other] { $count } marcas se hicieron en otra versión del texto y no se califican
}
class-extras = { $count ->
    [0] Ninguna marca fuera de la clave
    [one] 1 marca fuera de la clave, por { $cost } puntos menos
   *[other] { $count } marcas fuera de la clave, por { $cost } puntos menos cada una
}
class-add-to-key = Añadir a la clave
class-add-to-key-hint = La hace una marca de la clave; se califica a todos de nuevo
class-drop = Sacar de la clave
class-drop-hint = Se añadió a la clave y sale de ella; se califica a todos de nuevo
class-drop-name = Sacar de la clave: { $quote }
class-confusion-about = Las etiquetas de la clave en filas, las de los alumnos en columnas; la última es lo que uno de ellos no marcó
class-confusion-choose = Elige un campo: aquí se dice de quién es
class-axis-key = Clave
class-axis-pupils = alumnos
class-taken = { $key } tomado por { $own }: { $count } ({ $people })
class-divided-about = Primero, donde la clase se dividió más por igual
class-divided = { $right } como en la clave, { $other } de otro modo, { $missed } no
class-numbered = { $nth }. { $quote }
class-answers-about = Lo que varios marcaron y no está en la clave
class-answers-choose = Elige una respuesta; A la añade a la clave
class-answers-none = No falta en la clave nada que varios marcaran
class-answers-none-hint = Aquí está lo que dos alumnos o más marcan igual y no está en la clave
class-answer-why = Explicación
class-answer-hint = La hace una marca de la clave, con esta explicación; se califica a todos de nuevo. Su tecla es A
class-accept-for = Aceptar por…
class-accept-hint = Vale tanto como una marca de la clave; se califica a todos de nuevo
class-given-by = de { $count }: { $people }
class-added = { $count ->
    [one] se añadió 1 respuesta a la clave
   *[other] se añadieron { $count } respuestas a la clave
}
class-before-none = No hay una vez anterior con que comparar
class-before-hint = Añade lo que la misma clase entregó antes, que se califica con la misma clave; o el archivo de una lección anterior, cuyo nombre acaba en .grades y que tiene su propia clave
class-before-mean = De media, de { $then } a { $now }
class-before-pupils = Alumnos
class-before-tags = Etiquetas, todas las marcas juntas, como en la clave
class-before-marks = Marcas de la clave, como en la clave
class-changed = de { $then } a { $now } ({ $by })
class-changed-once = de { $then } a { $now }
class-read-again = Leer de nuevo
class-read-again-hint = Lee todos los archivos de nuevo
class-kept-in = Lo que decides se guarda en «{ $name }»
class-files-now = Entregado
class-files-before = Una vez anterior
class-files-faults = No leído, o no entero
class-files-own = Suyos, junto a lo entregado
class-file-fault = { $name }: { $reason }
class-discard = Ya no se califica; el archivo se queda
class-discard-name = Dejar de calificar: { $name }
class-rubric-about = Cuánto cuenta cada cosa. Se califica a todos de nuevo; los puntos puestos a mano se quedan
class-rubric-grade = Calificar así
class-rubric-back = Como se repartió
class-rubric-back-hint = Vale otra vez la rúbrica de la tarea, o el archivo rubric.toml junto al artículo
sheet-in-key = En la clave
sheet-yours = Lo tuyo
sheet-counted = { $count } { $verdict }
sheet-extras = { $count ->
    [one] 1 marca no está en la clave, por { $cost } puntos menos
   *[other] { $count } marcas no están en la clave, por { $cost } puntos menos cada una
}
sheet-unplaced = Marcado en otra versión del texto, y no se califica
handed-no-layer = no contiene marcas, o está cortado
handed-feedback = es la respuesta a las marcas de un alumno, y no se califica
handed-key = es la clave, y no se califica
handed-lines = { $count ->
    [one] no se puede leer 1 línea; las demás cuentan
   *[other] no se pueden leer { $count } líneas; las demás cuentan
}
handed-again = es del mismo alumno que «{ $name }», y se leyeron como uno
handed-empty = es una carpeta sin marcas
lesson-not-graded = no cuenta de ninguna lección en que se entregara algo
lesson-no-key = no se puede leer el artículo o la clave de esa lección
lesson-sealed = la clave de esa lección está sellada con otra contraseña
handed-too-many = hay demasiados archivos; este y los siguientes quedan fuera
verdict-found = como en la clave
verdict-boundary = con otros extremos
verdict-tag = con otra etiqueta
verdict-part = en parte
verdict-missed = sin marcar
verdict-optional = opcional, sin marcar
verdict-unplaced = sin lugar en este texto, no se califica
verdict-by-hand = { $verdict }, puesto a mano
part-passage = Pasaje
part-tag = Etiqueta
part-figure = Cifra
part-source = Fuente
part-link = Enlaces
why-right = bien
why-share = { $percent } % del pasaje
why-overlap = basta con que coincida en parte
why-ends = los extremos son otros
why-no-tag = { $key } sin etiqueta
why-confused = { $key } tomado por { $own }
why-some = { $right } de { $all } bien
why-other = no es la de la clave
rubric-no-toml = No se puede leer la rúbrica: { $why }
rubric-unknown = La rúbrica no tiene «{ $key }»
rubric-value = «{ $key }» de la rúbrica no tiene un valor válido
step-collect = archivos recogidos
step-discard = archivos apartados
step-key = otra clave
step-weigh = otra rúbrica
step-override = puntos a mano
step-by-rubric = puntos según la rúbrica
step-answer = una respuesta en la clave
step-drop = una respuesta fuera de la clave
class-strip = Dónde marcaron { $count } alumnos, y cómo marcaron { $marks } marcas de la clave
class-in-article = { $count } alumnos, { $marks } marcas de la clave
class-nth = Marca { $nth } de { $count } de la clave
class-away = Ocultar la clase
class-to-book = Libro de notas
class-not-here = Ninguna clase se califica en este artículo
class-no-step = Ninguna clase se califica en este artículo; el libro de notas está en el menú Clase
title-grades = Sacar las notas
out-csv = Una tabla (CSV)
out-csv-hint = Una fila para cada alumno, para cualquier hoja de cálculo
out-workbook = Un libro de cálculo (XLSX)
out-workbook-hint = Lo mismo para Excel y LibreOffice
out-gradebook = En un libro de calificaciones descargado (Moodle, Canvas)
out-gradebook-hint = Solo cambian las columnas de la nota y del comentario. Los alumnos se buscan por nombre o correo
out-feedback = La respuesta para cada alumno
out-feedback-hint = Una capa para cada alumno, que Postil muestra junto al artículo: cada punto con su razón
out-pages = Una página para cada alumno (HTML)
out-pages-hint = Para imprimir o enviar: cada punto con su razón
out-file = Archivo
out-folder = Carpeta
out-columns = Podrían ser varias columnas
out-taken = Ya hay un archivo así
out-replace = Reemplazarlo
out-write = Escribir
out-written = { $count ->
    [one] 1 nota está en «{ $name }»
   *[other] { $count } notas están en «{ $name }»
}
out-without-row = { $count ->
    [one] 1 alumno no tiene una fila propia allí y se quedó sin nota
   *[other] { $count } alumnos no tienen una fila propia allí y se quedaron sin nota
}: { $people }
out-not-read = No se puede leer «{ $name }»: { $reason }
out-no-workbook = No se puede hacer el libro de cálculo
gradebook-no-table = no es una tabla en UTF-8
gradebook-unknown = no es de Moodle ni de Canvas: no se encuentra una columna de notas

## La clase: las tareas y lo que hacen los alumnos con ellas

menu-class = Clase
command-instructions = Instrucciones
    .hint = Muestra qué hay que hacer con este artículo, tal como vino con la tarea
    .also = lección tarea ejercicio
title-instructions = Instrucciones
command-open-lesson = Una lección de prueba
    .hint = Abre un ejemplo: un artículo con su clave y lo que entregaron doce alumnos
    .also = ejemplo muestra clase demostración
lesson-missing = Los ejemplos no están junto al programa: no hay ninguna lección que abrir
command-show-on-wall = Para el proyector
    .hint = Muestra los pasajes uno por uno en letra grande, sin nombres, con lo que la clase ve en ellos
    .also = pared clase proyectar pantalla votar presentar
wall-nobody = Nadie de una clase ha marcado aquí ningún pasaje: sus capas deben estar junto al artículo y mostrarse
wall-at = { $nth } de { $count }
wall-people = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
  }
wall-question = ¿Quién ve aquí { $what }?
wall-quoted = «{ $tag }»
wall-passage = El pasaje: { $words }
wall-reveal = Mostrar (Espacio)
wall-reveal-key = La clave (Espacio)
wall-hide = Ocultar (Espacio)
wall-next = Siguiente (N)
wall-back = Atrás (B)
wall-initials = Iniciales (I)
wall-divided = Primero lo más dividido (D)
wall-leave = Salir (Esc)
wall-nothing = Sin marca
wall-count = { $tag }: { $count } de { $of }
wall-key = La clave: { $tags }. { $why }
wall-no-key = La clave no tiene aquí ninguna marca.
title-tag-test = ¿Qué etiqueta es?
tag-test-quote = «{ $words }»
tag-test-yes = Sí (S)
tag-test-yes-key = S
tag-test-no = No (N)
tag-test-back = Atrás (Retroceso)
tag-test-possible = Aún posibles:
tag-test-describes = ¿Se cumple esto? { $tag }: { $description }
tag-test-describes-it = { $description }.
tag-test-fits = Esto es:
tag-test-also = y podría ser también
tag-test-none = Ninguna etiqueta encaja. Quizá lo mejor sea dejar el pasaje sin marcar.
tag-test-no-questions = El libro de códigos no pregunta nada: sus etiquetas no tienen preguntas ni descripciones.
tag-test-near = Se confunden fácilmente
tag-test-near-one = «{ $words }» – { $tag }, no { $near }: { $why }
tag-test-keep = Guardar las respuestas como motivo, en la nota (K)
tag-test-others = Esta marca es de otra persona: cópiela en las suyas para etiquetarla
tag-test-tag = Etiquetar como { $tag }
title-assignment = Tarea: { $name }
assignment-article = Artículo: { $name }
assignment-none = Vino sin instrucciones. Lea el artículo y marque en él lo que nombra su libro de códigos.
assignment-folder = Carpeta
assignment-folder-hint = Allí se guarda el artículo, y sus marcas junto a él
assignment-there = Ya está allí, con lo que ha marcado
assignment-choose = Elegir…
assignment-begin = Empezar
assignment-go-on = Continuar
assignment-opened = Las instrucciones están en el menú Clase
instructions-none = Este artículo vino sin instrucciones
command-hand-in = Entregar…
    .hint = Cierra sus marcas y escribe un archivo que usted envía de vuelta
    .also = enviar presentar terminar
command-take-back = Retirar lo entregado
    .hint = Abre de nuevo sus marcas para que pueda seguir trabajando; después entregue otra vez
    .also = reabrir
title-hand-in = Entregar
title-handed-in = Entregado
title-go-on = ¿Seguir trabajando?
hand-in-about = Usted entrega { $count ->
        [one] una marca
       *[other] { $count } marcas
    } de «{ $title }».
hand-in-after = Después quedan como están. Puede retirarlas, seguir trabajando y entregar otra vez.
hand-in-does = Entregar
handed-in-at = { $count ->
        [one] Una marca está entregada, tal como estaba el { $at }.
       *[other] { $count } marcas están entregadas, tal como estaban el { $at }.
    }
handed-in-send = Envíe de vuelta este archivo
handed-in-show = Mostrar en su carpeta
handed-in-copy = Copiar su ruta
handed-in-go-on = Seguir trabajando
handed-in-go-on-hint = Retira lo que entregó. El archivo se queda; entregue otra vez para hacerlo de nuevo
handed-in-rests = Contiene sus marcas y su nombre, y nada del artículo más que las palabras marcadas.
handed-in-stands = Usted entregó sus marcas el { $at }, por eso quedan como están. Si sigue trabajando, entregue después otra vez: lo que envió no cambia solo.
handed-in-not-written = «{ $path }» no se puede escribir: { $reason }
handed-in-not-written-hint = Sus marcas están entregadas y guardadas en su capa. «Entregar…» en el menú Clase lo intenta de nuevo
assessed = { $verdict ->
        [found] Como en la clave
        [boundary] Otros límites que en la clave
        [tag] Otra etiqueta que en la clave
        [part] No todo como en la clave
        [missed] Sin marcar
        [passed] Aprobado
        [failed] No aprobado
       *[other] Evaluado
    }: { $points } de { $of } puntos
assessed-off = { $verdict ->
        [extra] No está en la clave
       *[other] Evaluado
    }: { $points } puntos
assessed-bare = { $verdict ->
        [unplaced] Marcado en otra versión del texto, y sin calificar
        [extra] No está en la clave
        [found] Como en la clave
       *[other] Evaluado
    }
assessed-name = Comentario
assessed-by = { $by }: { $found }
command-open-feedback = Abrir comentarios…
    .hint = Muestra en la página lo que un docente halló de sus marcas; el archivo también se puede soltar en la ventana
    .also = nota devuelto resultado
dialog-open-feedback = Abrir comentarios
feedback-laid = { $by } está junto a sus marcas
feedback-refused = «{ $name }» no se abre: { $reason }
feedback-refused-hint = No se ha escrito nada. Abra el artículo del que trata y luego el archivo otra vez
feedback-none = no contiene comentarios
feedback-row = { $found }; «{ $quote }»; { $why }
feedback-more = { $count ->
    [one] y 1 más, que está junto a sus palabras
   *[other] y { $count } más, que están junto a sus palabras
}
feedback-no-article = trata de «{ $name }», que no está abierto
command-make-assignment = Hacer una tarea…
    .hint = Reúne en un archivo el artículo, lo que hay que hacer, la clave y cómo se puntúa
    .also = docente deberes paquete examen
command-key-optional = Se puede omitir en la clave
    .hint = En una tarea, quien no marca esto no pierde nada
    .also = opcional clave
command-key-alternative = Otra respuesta en la clave
    .hint = En una tarea, esta marca se acepta en lugar de la que solapa
    .also = aceptar también alternativa
lack-overlapped = No solapa ninguna otra marca suya
title-making = Hacer una tarea
making-step = { $nth }. { $step }
making-step-task = Qué hacer
making-step-key = Clave
making-step-weights = Puntos
making-step-place = Archivo
making-next = Siguiente
making-back = Atrás
making-write = Escribir el archivo
making-replace = Reemplazar el archivo
making-task = Lo que hay que hacer
making-task-begins = # { $title }

    Lea el artículo una vez sin marcar nada. Después marque en él:

    { $tags }

    Marque solo las palabras que lo hacen así, y diga quién lo dice donde el texto nombra a alguien. Al terminar, elija Entregar… en el menú Clase y envíe el archivo de vuelta.
making-codebook = El libro de códigos va incluido: { $codebook } ({ $tags }).
making-key-by = ¿De quién son las marcas de la clave?
making-key-about = { $count ->
        [one] Una marca con etiqueta
       *[other] { $count } marcas con etiqueta
    }{ $unexplained ->
        [0] , todas con explicación
       *[other] , { $unexplained } de ellas sin explicación
    }. La explicación es la nota de la marca: los alumnos la leen con su calificación.
making-key-others = Son marcas de otra persona, y aquí solo se pueden mirar.
making-no-key = Ninguna marca de la clave tiene etiqueta y lugar en el texto: marque el artículo como debe marcarse y vuelva.
key-optional = Se puede omitir
key-optional-hint = Quien no marca esto no pierde nada
key-explanation = ¿Por qué es así?
key-explanation-of = Explicación { $nth }
key-make-alternative = Otra respuesta para «{ $words }»
key-alternative-hint = Se acepta en lugar de esa marca, y ya no se pide por sí misma
key-accepted-too = También se acepta: «{ $words }»
key-alone = Por sí misma
key-alone-hint = Vuelve a ser una marca propia de la clave
key-obligatory = Pedirla de nuevo
key-alternative-of = otra respuesta para
key-accepts = acepta también
weights-about = Puntos por cada marca de la clave. Una parte cuenta solo donde la clave la tiene.
weights-passage = Pasaje correcto
weights-tag = Etiqueta correcta
weights-figure = Cifra correcta
weights-source = Fuente correcta
weights-link = Enlace correcto
weights-extra = Puntos menos por una marca que la clave no tiene
weights-pass = Porcentaje de los puntos para aprobar
weights-tolerance = Letras que puede desviarse un límite
weights-boundary = Otros límites que en la clave
weights-share = cuentan según la parte de las palabras que es correcta
weights-overlap = cuentan por entero donde algo se solapa
weights-exact = no cuentan nada
making-wrong-weights = Un campo no contiene un número, o ni el pasaje ni la etiqueta tienen puntos.
making-seal = Sellar la clave con una contraseña
making-pass-phrase = Contraseña
making-pass-phrase-again = Otra vez
making-seal-about = Sin ella nadie puede abrir la clave, usted tampoco: guárdela bien. En el disco de un alumno se puede adivinar con tiempo, así que use varias palabras.
making-open-about = La clave queda abierta en el archivo: quien mire dentro puede leerla.
making-no-pass-phrase = Indique una contraseña, o no selle la clave.
making-other-pass-phrase = Las dos contraseñas difieren.
making-no-file = Diga adónde va el archivo.
making-holds = El archivo contendrá
making-holds-article = el artículo, { $name }
making-holds-codebook = el libro de códigos, { $name }
making-holds-task = { $count ->
        [0] ninguna instrucción
        [one] instrucciones de una palabra
       *[other] instrucciones de { $count } palabras
    }
making-holds-key = { $count ->
        [one] la clave con una marca
       *[other] la clave con { $count } marcas
    } ({ $optional } se pueden omitir, { $accepted } se aceptan también)
making-holds-sealed = { $key }, sellada
making-holds-weights = cómo se puntúa
making-file = Archivo
making-taken = Hay un archivo con ese nombre. Elija otro nombre, o reemplácelo.
making-failed = La tarea no se escribe: { $reason }
making-article = el artículo no se puede leer: { $reason }
making-made = La tarea está escrita. Dé este archivo a sus alumnos
making-commitment = Compromiso de la clave
making-copy-commitment = Copiar el compromiso
making-commitment-about = Publíquelo, si quiere: no dice nada de la clave, y prueba después que la clave quedó fija antes de que nadie entregara.
dialog-filter-assignments = Tareas
assignment-refused = «{ $name }» no se abre: { $reason }
assignment-refused-hint = No se ha escrito nada. Pida que le envíen el archivo de nuevo
assignment-not-laid = La tarea no se abre: { $reason }
assignment-taken = hay otro «{ $name }» en esa carpeta. Indique una carpeta propia
assignment-too-large = es más grande de lo que se lee
assignment-not-written = «{ $name }» no se puede escribir: { $reason }
bundle-none = no es una tarea, sino un archivo comprimido de otra cosa
bundle-no-article = no contiene un solo artículo
bundle-bad-name = su artículo se llama «{ $name }», como no puede llamarse un artículo
bundle-no-text = «{ $name }» no es texto
packed-damaged = no se puede leer: está dañado, cortado o no es una tarea
packed-too-many = contiene { $count } archivos, más de los que se leen
packed-outside = «{ $name }» quedaría fuera de su carpeta
packed-too-large = «{ $name }» es más grande de lo que se lee
packed-unread = «{ $name }» está dañado o bloqueado

## Hilos, actores y comprobaciones

folder-page-comes = Se está leyendo la carpeta
folder-page-comes-hint = Lo que sus artículos tienen en común aparece aquí en un momento
folder-page-none = No hay ninguna carpeta abierta
folder-page-none-hint = Abra la carpeta de sus artículos: esta página trata de todos ellos.
command-show-threads = Hilos
    .hint = Muestra lo que se discute en la carpeta: cada afirmación con quién la repite, confirma y desmiente
command-show-actors = Actores
    .hint = Muestra cada nombre de lo marcado, quién lo usa y qué nombres son un mismo actor
command-show-checks = Comprobaciones
    .hint = Muestra lo que merece otra mirada, con lo que lo arregla
threads-counts = { $contested ->
        [one] { $contested } afirmación discutida
       *[other] { $contested } afirmaciones discutidas
    } · { $open ->
        [one] { $open } desmentido abierto
       *[other] { $open } desmentidos abiertos
    } · { $broken ->
        [one] { $broken } enlace roto
       *[other] { $broken } enlaces rotos
    }
threads-open = Desmentido, pero ¿qué?
threads-open-kind = desmiente
threads-broken = Enlaces con lo que ya no está
threads-broken-kind = { $kind }, roto
threads-contested = Afirmaciones discutidas
threads-others = Afirmaciones que nadie discute
threads-choose = Elija una línea con un clic o con Espacio para ver qué se opina de su afirmación; Intro o un doble clic va al pasaje
threads-none = En esta carpeta no hay nada enlazado
threads-none-hint = Enlace un desmentido con lo que desmiente (L) y aparecerá aquí.
verdict-on = Sobre «{ $words }»
verdict-confirmed = confirmado
verdict-likely = probable
verdict-contested = discutido
verdict-unlikely = improbable
verdict-refuted = refutado
verdict-undecided = sin decidir
verdict-none = Nadie ha dado un veredicto
verdict-now = { $person } lo tiene por { $value }: { $reason } ({ $date })
verdict-before = { $person } lo tenía antes por { $value }: { $reason } ({ $date })
verdict-reason = Razón
verdict-reason-hint = ¿Por qué? Un veredicto necesita una razón
verdict-give = Dar veredicto
verdict-needs = Elija una palabra y escriba por qué
actors-hint = Elija nombres con un clic o Espacio, y G los agrupa; Intro o un doble clic va a donde está el primero
actors-whose-all = Registros de todos
actors-whose-nobody = Ningún registro
actors-whose-mine = Mi registro
actors-whose-one = Registro de { $person }
actors-group = Agrupar
actors-register = Añadir al registro
actors-split = Separar
actors-remove = Quitar del registro
actors-none = No elegir ninguno
actors-choose = Elija primero nombres
actors-none-mine = Solo se separan los nombres que usted agrupó
actors-one-mine = Elija un nombre de su registro
actors-words = Nota o lectura
actors-note = Poner como nota
actors-reading = Debería leerse así
actors-matrix = Quién usa cuál
actors-user = Quién
actors-uses = { $user } usa { $name } en { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
actors-groups = Un mismo actor
actors-names = Nombres
actors-read-as = { $name } (¿debería leerse { $reading }?)
actors-marks = { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
actors-alike = parecido a { $names }
actors-empty = Todavía no se nombra a nadie
actors-empty-hint = Marque pasajes y diga quién lo dice (W): los nombres aparecerán aquí.
checks-count = { $count ->
        [one] { $count } cosa que mirar
       *[other] { $count } cosas que mirar
    }
checks-mend = Arreglar
checks-choose = Elija una línea con un clic o Espacio para ver qué la arregla
checks-others = Lo marcó { $person }, que puede arreglarlo
checks-do-unlink = Quitar el enlace
checks-do-read = Leer de nuevo sus palabras
checks-do-take-figures = Tomar la cifra del pasaje
checks-do-day = Tomar el día del artículo, { $day }
checks-do-unattributed = El artículo no nombra ninguna
checks-do-no-figure = Quitar la cifra
checks-do-tag = Etiquetar también como { $tag }
checks-do-retag = Etiquetar como { $tag } en su lugar
checks-do-register = Poner en el registro
checks-do-found = Quitar de la lista
checks-ask-link = Enlazar…
checks-ask-implied = Desmiente algo solo insinuado…
checks-ask-figure = Escribir la cifra…
checks-ask-source = Nombrar la fuente…
checks-ask-note = Escribir una nota…
checks-ask-search = Buscar en la carpeta
checks-go = Ir al pasaje
checks-keys = Intro o un doble clic hace lo primero de esto
checks-none = Nada necesita otra mirada
checks-none-hint = Los desmentidos están enlazados; los balances tienen cifra, fuente y fecha.
check-nothing-denied = desmiente, y nadie dice qué
check-broken-link = { $kind } lo que ya no está
check-no-figure = no cuenta a nadie
check-no-source = no tiene fuente
check-no-date = tiene una cifra sin fecha
check-other-figure = dice { $stated }, se lee { $read }
check-figure-in-opinion = lleva una cifra como opinión
check-claim-and-opinion = { $person } lo ve al revés
check-unregistered = { $who } no está en ningún registro
check-not-found = { $count ->
        [0] { $person } no lo encontró
        [one] ya está en { $count } marca
       *[other] ya está en { $count } marcas
    }
step-group = agrupar nombres
step-split = separar nombres
step-note-actor = cambiar la nota de un actor
step-reading = proponer una lectura
step-remove-actor = quitar un actor
step-join = unir marcas en un suceso
step-split-incident = separar un suceso
step-name-incident = nombrar un suceso
step-remove-incident = quitar un suceso
step-verdict = dar un veredicto
step-not-found = anotar lo que no se encontró
step-found = retirar lo que no se encontró
step-correct-date = corregir la fecha de un artículo
step-correct-outlet = corregir el medio de un artículo
refused-no-folder = Esto trata de una carpeta, y no hay ninguna abierta
refused-no-name = Un nombre necesita letras
refused-unknown-actor = Su registro no tiene ningún actor «{ $name }»
refused-gone-in-folder = Aquello de lo que se trata ya no está en la carpeta
refused-date = { $date } no es una fecha: escriba un día, un mes o un año, como 2017-04-16

## Propuestas

proposals-none = Nada se parece a una de las etiquetas
proposals-found =
    { $count ->
        [one] { $count } pasaje propuesto
       *[other] { $count } pasajes propuestos
    }
proposals-done = Todas las propuestas están aceptadas o rechazadas
proposals-nth = Propuesta { $nth } de { $count }
proposals-open =
    { $count ->
        [one] { $count } propuesta
       *[other] { $count } propuestas
    }
proposals-accept = Aceptar
proposals-refuse = Rechazar
proposals-previous = Anterior
proposals-next = Siguiente
proposals-away = Retirar
proposal-attributed = por las palabras { $words }
proposal-counted = porque cuenta personas: { $words }
proposal-opinion = posible opinión, por { $words }
proposal-by = { $why }; lo dice { $source }
mark-deleted-linked = { $count ->
        [one] estaba enlazada con { $count } marca
       *[other] estaba enlazada con { $count } marcas
    }

## The pages Incidents and Sources
command-show-incidents = Incidentes
    .hint = Muestra qué cifras de todos los artículos cuentan el mismo suceso, y dónde chocan
command-show-sources = Fuentes
    .hint = Muestra qué dice cada fuente en todos los artículos: afirmaciones, desmentidos, cifras
command-toggle-voices = Quién habla
    .hint = Colorea el artículo según quién dice qué, por las marcas y por sus propias palabras, con la parte de cada uno
look-voices = Quién habla
voices-voice = { $sign } { $name } { $share } %
voices-share = { $name } { $share } %
voices-without = sin fuente { $share } %
voices-more =
    { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
voices-next = Va a lo que dice después esta voz
voices-passage = { $sign } { $name }: { $quote }
voices-nobody = sin fuente
voices-sign = Signo
voices-name = Quién
voices-of-text = Por ciento del texto
voices-passages = Pasajes
command-show-counts = Cantidades y fechas
    .hint = Muestra cuántas marcas hay por día, etiqueta, persona y medio
counts-field = Filtrar las cantidades
counts-field-hint = Palabras, o tag:… after:…: solo se cuentan esas marcas
counts-none = No hay tales marcas
counts-none-hint = Aquí se cuentan las marcas por día, etiqueta, persona y medio
counts-times = Fechas
counts-days = Días
counts-months = Meses
counts-years = Años
counts-by = Contado por
counts-name = Nombre
counts-dated-roughly = con fecha menos exacta
counts-without-date = sin fecha
counts-rough =
    { $count ->
        [one] { $count } marca es de un artículo con fecha menos exacta
       *[other] { $count } marcas son de artículos con fecha menos exacta
    }
counts-undated =
    { $count ->
        [one] { $count } marca sin fecha
       *[other] { $count } marcas sin fecha
    }
counts-bar =
    { $name }: { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
counts-go = { $name }. Un clic las muestra
counts-tags = Etiquetas
counts-people = Personas
counts-outlets = Medios
counts-no-tag = Sin etiqueta
counts-nobody = Nadie
counts-no-outlet = Sin medio
incidents-field = Filtrar incidentes
incidents-field-hint = Palabras, o source:… after:…: incidentes que cuenta alguna de esas marcas
incidents-none-such = Ninguna de esas marcas cuenta un incidente
incidents-none-hint = Se reúnen las marcas con cifra, lugar y fecha que pueden contar el mismo suceso. Marque informes de víctimas o acepte propuestas.
incidents-whose-all = Incidentes de todos
incidents-whose-nobody = Solo los propuestos
incidents-whose-mine = Mis incidentes
incidents-whose-one = Incidentes de { $person }
incidents-rule = Números según
incidents-hierarchy = Fuentes
incidents-hierarchy-hint = ONU, el Observatorio, …
incidents-row = { $figures } · { $origins }
incidents-counts =
    { $figures ->
        [one] { $figures } cifra
       *[other] { $figures } cifras
    } de { $origins ->
        [one] { $origins } origen
       *[other] { $origins } orígenes
    }
incidents-proposed = propuesto
incidents-held = reunido por { $person }
incidents-without-figure =
    { $count ->
        [one] { $count } marca sin cifra
       *[other] { $count } marcas sin cifra
    }
incidents-nowhere = Sin lugar ni fecha
incidents-name = Nombre
incidents-name-hint = Nombre del incidente
incidents-give-name = Dar el nombre
incidents-join = Unir con…
incidents-join-hint = Elija después el otro incidente en la lista
incidents-joining = Elija cuál es el mismo incidente que { $name }
incidents-join-leave = Dejarlos separados
incidents-split = Separar
incidents-split-hint = Hace un incidente de las cifras elegidas en la tabla de hechos
incidents-apart = Deshacer el grupo
incidents-apart-hint = Sus cifras vuelven a reunirse como propone Postil
incidents-verdict = Lo considero
incidents-n-vague = { $count } sin número
incidents-n-denied = { $count } desmentidas
incidents-n-parts = { $count } de una parte de las personas
incidents-left-out = No se toman: { $facts }
incidents-facts = Quién cuenta qué
incidents-facts-hint = Se destaca lo que difiere de la mayoría. Un clic va al pasaje.
incidents-who = De quiénes
incidents-source = Fuente
incidents-differs = { $fact }: { $words }, difiere
incidents-choose = Elegir la cifra { $number }
incidents-pairs = Cómo se relacionan entre sí
incidents-pairs-hint = Un clic va a la posterior
incidents-telling = Las comparables
incidents-statement = { $number } { $source } ({ $figure })
rule-range-hint = De lo menos a lo más que dice alguien; nada es lo mejor
rule-majority-hint = Lo que dicen más orígenes independientes
rule-most-conservative-hint = Lo menos que dice alguien
rule-hierarchy-hint = Lo que dice la primera de estas fuentes que diga algo
rule-latest-hint = Lo que se dijo en último lugar
incidents-count =
    { $count ->
        [one] { $count } incidente
       *[other] { $count } incidentes
    }
incidents-none = No parece que dos cifras cuenten el mismo suceso
incidents-how-many = Cuántos
incidents-when = Cuándo
incidents-where = Dónde
incidents-blamed = Acusado
incidents-told-in = Contado en
incidents-and-more = { $title } y { $count } más
incidents-pair = { $verdict }: { $one } y { $other }; { $reason }
incidents-denied = { $figure } (desmentido)
incidents-open = abierto
incidents-harmed = víctimas
incidents-no-number = { $outcome }: ningún número según esta regla ({ $rule })
incidents-best = { $outcome }: { $best }, de { $low } a { $high } ({ $rule })
incidents-from-to = { $outcome }: de { $low } a { $high } ({ $rule })
rule-range = Intervalo
rule-majority = Mayoría
rule-most-conservative = La más prudente
rule-hierarchy = Jerarquía de fuentes
rule-latest = La última
verdict-conflict = contradicción
verdict-reversal = rectificación a la baja
verdict-update = actualización
verdict-part-of = parte de
verdict-compatible = compatibles
verdict-repeat = repetición
verdict-not-comparable = no comparables
reason-other-outcome = cuentan otros daños
reason-other-population = cuentan a otras personas
reason-no-number = una no da ningún número
reason-denied = una rechaza lo que dice la otra
reason-other-denied = uno rechaza otra cifra
reason-both-denied = ambas se rechazan
reason-same-origin = lo mismo del mismo origen
reason-rose =
    { $days ->
        [0] el mismo origen dice más el mismo día
        [one] el mismo origen dice más un día después
       *[other] el mismo origen dice más { $days } días después
    }
reason-fell =
    { $days ->
        [0] el mismo origen dice menos el mismo día
        [one] el mismo origen dice menos un día después
       *[other] el mismo origen dice menos { $days } días después
    }
reason-two-numbers = un origen da dos números en un artículo
reason-meet = algún número conviene a ambas
reason-same-number = el mismo número de otro origen
reason-apart =
    { $days ->
        [0] ningún número conviene a ambas
        [one] ningún número conviene a ambas; las separa un día
       *[other] ningún número conviene a ambas; las separan { $days } días
    }
reason-replaced = una da la otra como la cuenta anterior
reason-former = una ya no vale, según su artículo
reason-outgrown =
    { $days ->
        [0] otro origen dice más el mismo día
        [one] otro origen dice más un día después
       *[other] otro origen dice más { $days } días después
    }
reason-outgrown-by-part =
    { $days ->
        [0] una parte es mayor el mismo día de lo que era el todo
        [one] una parte es mayor un día después de lo que era el todo
       *[other] una parte es mayor { $days } días después de lo que era el todo
    }
reason-on-top = una se suma a otra cuenta
reason-part = una cuenta a algunos de los que cuenta la otra
reason-larger-part = una parte es mayor que su todo
sources-count =
    { $count ->
        [one] { $count } fuente
       *[other] { $count } fuentes
    }
sources-source = Fuente
sources-marks = Marcas
sources-figures = Cifras
sources-denials-made = Desmentidos hechos
sources-denials-received = Desmentidos recibidos
sources-share = De las palabras marcadas
sources-names = También llamada
sources-unattributed = Sin atribuir
sources-field = Filtrar fuentes
sources-field-hint = Palabras, o tag:… after:…: fuentes solo según esas marcas
sources-none = No se nombra a nadie como fuente
sources-none-hint = Aquí se cuentan las marcas con fuente según quién las dice
sources-articles = Artículos
sources-first = Primera
sources-last = Última
sources-sort = Ordenar por { $column }
sources-sorted = { $column }, ordenada
sources-go = Muestra sus marcas

# Where people's marks differ.
differences-between = Se compara a:
differences-settles = { $name } (decide)
differences-only-here = Solo este artículo
differences-only-here-hint = Lista solo el artículo abierto en vez de la carpeta
differences-alone = No hay con quién comparar
differences-alone-hint = Elija a dos o más personas que marcaron el mismo artículo. Las marcas llegan como archivos de capa junto a los artículos
differences-alone-here = En este artículo solo se muestran las marcas de una persona: no hay nada que comparar
differences-none = No quedan diferencias
differences-none-hint = Lo que coincide o ya se decidió no se lista; elija arriba otras personas, clases o etiquetas
differences-none-here = { $count ->
        [one] No hay diferencias: { $count } marca coincide
       *[other] No hay diferencias: { $count } marcas coinciden
    }
differences-counted = { $count ->
        [one] { $count } diferencia
       *[other] { $count } diferencias
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }, { $agreed } coinciden, { $decided } decididas
differences-all-kinds = Todas las clases
differences-all-tags = Todas las etiquetas
differences-tag = Etiqueta: { $tag }
differences-of-kind = { $kind } { $count }
differences-show-decided = También las decididas
differences-show-agreed = También lo que es igual
differences-paired = Las marcas se emparejan una a una, de modo que todos los pares juntos coincidan lo más posible
differences-hidden = { $count ->
    [one] En { $count } artículo las marcas de los demás están ocultas hasta que entregues; no se comparan
   *[other] En { $count } artículos las marcas de los demás están ocultas hasta que entregues; no se comparan
}
differences-again = cambió desde que { $by } decidió
differences-nothing = nada
differences-keys = N y Mayús+N van de diferencia en diferencia, Intro o un clic al pasaje
differs = Marcado de modo distinto: { $kinds }
difference-missing = falta
difference-extra = sobra
difference-tag = etiqueta
difference-boundary = extremos
difference-boundary-only = solo los extremos
difference-none = igual
difference-figure = cifra
difference-source = fuente
difference-link = enlace

# Cuánto coinciden las personas.
agreement-section-list = Diferencias
agreement-section-measures = Acuerdo
agreement-section-people = Personas × personas
agreement-section-tags = Por etiqueta
agreement-section-articles = Por artículo
agreement-section-confusion = Quién toma qué por qué
agreement-measuring = Se está midiendo el acuerdo …
agreement-left-out = { $count ->
        [one] Se deja fuera { $count } marca sin lugar en el texto
       *[other] Se dejan fuera { $count } marcas sin lugar en el texto
    }
agreement-interval-articles = Entre paréntesis: donde quedan 95 de 100 valores al sortear de nuevo los artículos (bootstrap)
agreement-interval-paragraphs = Entre paréntesis: donde quedan 95 de 100 valores al sortear de nuevo los párrafos (bootstrap)
agreement-interval = { $value } ({ $low } a { $high })
agreement-measure = Medida
agreement-value = Valor
agreement-with-interval = Con su intervalo
agreement-n = Hecha de
agreement-means = Qué dice
agreement-no-rows = Solo hay uno: véase la sección Acuerdo
agreement-n-marks = { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
agreement-n-words = { $count ->
        [one] { $count } palabra
       *[other] { $count } palabras
    }
agreement-n-points = { $count ->
        [one] { $count } carácter
       *[other] { $count } caracteres
    }
agreement-two = { $first } y { $second }
agreement-all = Los { $count }
agreement-the-other = la otra persona
agreement-undefined = No se puede decir: { $why }
agreement-all-untold = Los { $count } juntos no se pueden medir: { $why }
agreement-untold = No se puede decir: { $measures } ({ $why })
agreement-share-of-one = De las marcas de { $person }, el { $share } % { $found }
agreement-share-of-both = De las marcas de ambas personas, el { $share } % { $found }
agreement-sentence = { $people } coinciden { $what } { $grade }
agreement-on-words = en qué palabras se marcan
agreement-on-passages = en qué pasajes se marcan
agreement-on-both = en los pasajes y sus etiquetas
grade-chance = no más de lo que daría el azar
grade-little = un poco más de lo que daría el azar
grade-some = claramente más de lo que daría el azar, pero demasiado poco para fiarse
grade-fair = lo bastante para primeras conclusiones
grade-good = lo bastante para fiarse
found-strict = tiene los extremos y las etiquetas de una de { $whose }
found-exact = tiene los extremos de una de { $whose }
found-partial = también es de { $whose } (un solape cuenta la mitad)
found-type = solapa una de { $whose } con las mismas etiquetas
found-share = comparte el { $share } % o más con una de { $whose }
measure-span = { $mode }: { $part }
measure-precision = precisión
measure-recall = exhaustividad
measure-f1 = F1
measure-strict = Mismos extremos y etiquetas
measure-exact = Mismos extremos
measure-partial = Extremos en parte
measure-type = Solape, mismas etiquetas
measure-share = Solape del { $share } %
measure-cohen = κ de Cohen (por palabra)
measure-fleiss = κ de Fleiss (por palabra)
measure-alpha = α de Krippendorff (por palabra)
measure-u-alpha = u-α de 2016 (pasajes)
measure-gamma = γ (pasajes y etiquetas)
undefined-nothing-marked = no hay nada marcado, así que faltan datos
undefined-no-marks = esta persona no marcó nada, así que faltan datos
undefined-one-category = todo es de una sola categoría, así que el azar coincidiría igual
undefined-no-common-text = no hay ningún artículo que todas marcaran
undefined-no-words = el texto no tiene palabras
undefined-too-many = hay demasiadas marcas para hallar la mejor alineación de todas las personas; elija dos
undefined-no-chance = marcas puestas al azar encajarían igual, así que no hay con qué comparar
confusion-axes = Filas: lo que marcó { $first }. Columnas: lo que { $second } hizo de ello. Con marco: ambas lo mismo
confusion-nothing = nada
confusion-cell = { $first }: { $row }; { $second }: { $column }; { $count ->
        [one] una vez
       *[other] { $count } veces
    }

# Se deciden las diferencias.
settle-reason = Motivo
settle-reason-hint = por qué, para quien lo lea después
settle-take = Tomar la de { $person }
settle-merge = Unir
settle-merge-hint = Una marca que abarca todas estas y tiene todas sus etiquetas
settle-reword = Tomar y cambiar
settle-reword-hint = Toma la primera como marca propia, para cambiar sus palabras, etiquetas y extremos
settle-drop = Descartar
settle-drop-hint = Ninguna de estas queda; el motivo se guarda
settle-open = Dejar abierta
settle-open-hint = Dice que se miró y queda sin decidir
settle-name = Decidido ({ $name })
settle-as = Decidir como «{ $name }»
settle-as-hint = Usted también marcó aquí. Lo que decida va a una capa aparte, con este nombre, en esta carpeta
settle-agreed = Tomar lo que todas coinciden ({ $count })
settle-agreed-hint = Copia cada marca que todas tienen igual a la capa de quien decide
settle-agreed-deed = Tomar lo que todas coinciden
settle-deed = Decidir una diferencia
settle-outcome = En el resultado: { $people }
settle-outcome-of = { $person } { $taken } de { $decided }
settled-takes = { $by } tomó una
settled-merges = { $by } las unió
settled-drops = { $by } las descartó
settled-open = { $by } la dejó abierta
difference-nth = Diferencia { $nth } de { $count }
difference-counts = { $count ->
        [one] Queda { $count } diferencia
       *[other] Quedan { $count } diferencias
    }, { $agreed } coinciden
difference-previous = Anterior
difference-next = Siguiente
difference-away = Ocultar diferencias

# Quién ha hecho qué.
progress-none = Nadie ha marcado nada en esta carpeta
progress-none-hint = Las capas que están junto a los artículos llegan solas
progress-only-open = Solo artículos que alguien no ha entregado
progress-person = { $person }: { $handed } entregados, { $work } en curso, { $open } sin empezar; { $marks ->
        [one] { $marks } marca
       *[other] { $marks } marcas
    }, último cambio { $day }
progress-not-begun = { $article }; { $person }: sin empezar
progress-in-work = { $article }; { $person }: en curso, { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }, último cambio { $last }
progress-hidden = { $article }, { $person }: oculto hasta que usted entregue
progress-handed-in = { $article }; { $person }: entregado { $day }, { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }, último cambio { $last }

# Lo que se dice de las marcas de otras personas.
step-reply = responder a una marca
mark-replies = Respuestas
reply-said = { $by }, { $day }: { $words }
reply-resolved = { $by }, { $day }: resuelto
reply-resolved-with = { $by }, { $day }: resuelto: { $words }
reply-hint = diga algo y pulse Intro
reply-send = Responder
reply-resolve = Resolver
reply-resolve-hint = Dice que aquí ya no queda nada abierto; lo que está en el campo se guarda con ello
reply-is-resolved = resuelto
row-replies = { $count ->
        [one] { $count } respuesta
       *[other] { $count } respuestas
    }
row-replies-new = { $count ->
        [one] { $count } nueva
       *[other] { $count } nuevas
    }
folder-unread = { $count ->
        [one] { $count } respuesta sin leer
       *[other] { $count } respuestas sin leer
    }
folder-unanswered = { $count ->
        [one] { $count } respuesta por contestar
       *[other] { $count } respuestas por contestar
    }

# Entregar e imprimir.
command-export = Exportar…
    .hint = Escribe las marcas o la tabla que se ve para otros programas: CSV, TSV, un libro, NDJSON, W3C, Markdown o un informe
    .also = csv tsv xlsx excel hoja de cálculo json w3c informe guardar como
command-print = Imprimir…
    .hint = Hace una página de las marcas o de la tabla que se ve, que el navegador del sistema imprime
    .also = papel pdf informe
command-open-outside = Abrir con otro programa
    .hint = Hace que el sistema abra el archivo del artículo con el programa que tiene para ello
title-export = Exportar
title-print = Imprimir
export-what = Qué
export-format = Formato
export-file = Escribir en
export-choose = Elegir…
export-preview = Cómo empieza
export-preview-comes = …
export-does = Exportar
export-replace = Reemplazar el archivo
print-does = Imprimir
export-new = Un archivo nuevo. Los artículos y las capas quedan como están
export-beside = Una página nueva; el mismo contenido se escribe al lado como JSON
export-replaces = Ya hay un archivo con ese nombre, que sería reemplazado
export-page = La página «{ $page }» como se ve: { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }
export-listed = Las marcas de la tabla, con todo lo que se dice de ellas: { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
export-list = Las marcas que muestra la lista: { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
export-article = Todas las marcas de { $name }: { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    }
export-folder = Todas las marcas de la carpeta: { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
format-csv = CSV
format-csv-hint = Valores separados por comas, una fila por marca: los leen hojas de cálculo y programas de estadística
format-tsv = TSV
format-tsv-hint = Lo mismo con tabuladores, para hojas de cálculo que separan las celdas con punto y coma
format-xlsx = Libro (XLSX)
format-xlsx-hint = Para hojas de cálculo, con una cabecera fija y filtros
format-ndjson = NDJSON
format-ndjson-hint = Un objeto JSON por fila, para DuckDB, pandas y Spark; las marcas se pueden volver a importar sin pérdida
format-w3c = Anotaciones W3C
format-w3c-hint = Una colección para otros programas de anotación; se puede volver a importar sin pérdida
format-markdown = Markdown
format-markdown-hint = Un texto para personas y para apuntes
format-report = Informe (HTML)
format-report-hint = Una página con textos, marcas, hilos, incidentes, fuentes y lagunas que «postil verify» puede comprobar; no necesita nada más
format-page = Página (HTML)
format-page-hint = La tabla como una página que se imprime bien
export-nothing = Aún no hay marcas que entregar
export-nothing-hint = Primero seleccione palabras y deles una etiqueta
export-goes-on = Escribiendo…
export-unsaved = No se pudieron guardar todas las marcas, y una exportación cuenta lo guardado
export-unsaved-hint = Arregle lo que impide guardarlas y exporte otra vez
export-done = { $count ->
        [one] { $count } fila escrita
       *[other] { $count } filas escritas
    } en { $path }
export-done-marks = { $count ->
        [one] { $count } marca escrita
       *[other] { $count } marcas escritas
    } en { $path }
export-unread = { $count ->
        [one] { $count } artículo no se pudo leer y no está incluido
       *[other] { $count } artículos no se pudieron leer y no están incluidos
    }
export-open = Abrir
export-open-hint = Abre el archivo con el programa que el sistema tiene para ello
export-reveal = Mostrar en la carpeta
export-reveal-hint = Hace que el gestor de archivos del sistema muestre el archivo
open-outside-failed = El sistema no abre ese archivo
open-outside-failed-hint = Está en { $path }
print-done = La página está en el navegador
print-done-hint = Imprímala allí con Ctrl+P o guárdela como PDF
print-not-opened = El sistema no abre ninguna página
print-not-opened-hint = Está en { $path }; ábrala en un navegador e imprímala allí
export-fault-nothing = No hay nada que escribir: ninguna marca y ninguna fila
export-fault-article = «{ $name }» es un artículo, que queda como está
export-fault-ours = «{ $name }» es el nombre de un archivo propio de Postil
export-fault-taken = «{ $name }» ya existe
export-fault-own-data = El informe ocuparía el lugar de sus propios datos: dele la terminación .html
export-fault-host = «{ $name }» no se puede escribir: { $reason }
export-fault-no-room = En un libro no caben tantas filas
export-fault-left = Se detuvo antes de terminar
export-hint-elsewhere = No se escribió nada. Elija otro lugar
export-hint-no-room = Exporte como CSV o NDJSON, que admiten cualquier cantidad
dialog-place = Exportar a
outline-under = Bajo
outline-kind = Qué
outline-words = Palabras
outline-behind = Quién y dónde
outline-where = Dónde
incidents-incident = Incidente
incidents-what = Desenlace
incidents-least = Al menos
incidents-most = Como mucho
incidents-words = Palabras
incidents-is-denied = Negado
incidents-yes = sí
incidents-low-by = Bajo ({ $rule })
incidents-best-by = Mejor ({ $rule })
incidents-high-by = Alto ({ $rule })
progress-state = Estado
progress-state-open = sin empezar
progress-state-work = en curso
progress-state-handed-in = entregado
progress-marks = Marcas
progress-handed-in-on = Entregado el
progress-last-change = Último cambio
failed-export = Postil cometió un error con { $name }
failed-export-hint = No cambió ningún artículo ni ninguna marca. Pruebe otro formato y cuéntenoslo
command-import-marks = Importar marcas…
    .hint = Recibe marcas que Postil exportó como NDJSON o anotaciones W3C, con sus identificadores y horas
    .also = ndjson w3c jsonld recibir
dialog-marks = Importar marcas
dialog-filter-exports = Exportaciones de marcas
title-import = Importar marcas
import-from = De { $name }
import-part = { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    } de { $person } en { $from }, a { $to }
import-part-nowhere = { $count ->
        [one] { $count } marca
       *[other] { $count } marcas
    } de { $person } en { $from }: aquí no hay tal artículo
import-unread = { $count ->
        [one] { $count } línea no se puede ordenar y no entra
       *[other] { $count } líneas no se pueden ordenar y no entran
    }
import-as-authors = Cada una como capa de su autor
import-as-mine = Todas como marcas de { $person }
import-goes = Va a { $name }, junto al artículo
import-goes-many = Va a { $name } y { $count ->
        [one] { $count } archivo más
       *[other] { $count } archivos más
    }, junto a los artículos
import-does = Importar
import-taken = { $new ->
        [one] { $new } marca entró
       *[other] { $new } marcas entraron
    }, { $renewed } renovadas, { $same } ya estaban
import-taken-none = No entró ninguna marca
import-taken-hint = Cada una se situó por sus palabras. Las propias se pueden deshacer; las capas de otros tienen un estado anterior
import-hint-format = Exporte con el formato NDJSON o anotaciones W3C
import-fault-host = «{ $name }» no se puede leer: { $reason }
import-fault-none = «{ $name }» no contiene marcas exportadas por Postil
import-fault-no-article = «{ $name }» no está aquí
