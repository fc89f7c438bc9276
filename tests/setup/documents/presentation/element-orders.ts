/**
 * Children of the elements in our presentations, in the order that ISO/IEC 29500 (parts 1 and 4)
 * requires. `|` separates alternatives that may occur at a place, any number of times.
 */
const fill = 'a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill';
const effect = 'a:effectLst|a:effectDag';
const runLook = `a:ln ${fill} ${effect} a:highlight a:uLnTx|a:uLn a:uFillTx|a:uFill a:latin a:ea a:cs a:sym a:hlinkClick a:hlinkMouseOver a:rtl a:extLst`;
const paragraphLook =
  'a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar|a:buBlip a:tabLst a:defRPr a:extLst';
const shapeLook = `a:xfrm a:custGeom|a:prstGeom ${fill} a:ln ${effect} a:scene3d a:sp3d a:extLst`;
const body = 'a:bodyPr a:lstStyle a:p';
const lineLook = `${fill} a:prstDash|a:custDash a:round|a:bevel|a:miter a:headEnd a:tailEnd a:extLst`;
const axisStart =
  'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses|c:crossesAt';
const seriesStart = 'c:idx c:order c:tx c:spPr';
const labelShow =
  'c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator';

export const elementOrders: Readonly<Record<string, string>> = {
  'p:presentation':
    'p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle p:extLst',
  'p:sldMasterIdLst': 'p:sldMasterId',
  'p:notesMasterIdLst': 'p:notesMasterId',
  'p:sldIdLst': 'p:sldId',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst',
  'p:sldLayoutIdLst': 'p:sldLayoutId',
  'p:sldLayout': 'p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst',
  'p:notesMaster': 'p:cSld p:clrMap p:hf p:notesStyle p:extLst',
  'p:notes': 'p:cSld p:clrMapOvr p:extLst',
  'p:sld': 'p:cSld p:clrMapOvr p:transition p:timing p:extLst',
  'p:txStyles': 'p:titleStyle p:bodyStyle p:otherStyle p:extLst',
  'p:cSld': 'p:bg p:spTree p:custDataLst p:controls p:extLst',
  'p:bg': 'p:bgPr|p:bgRef',
  'p:bgPr': `${fill} ${effect} a:extLst`,
  'p:spTree':
    'p:nvGrpSpPr p:grpSpPr p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic|p:contentPart p:extLst',
  'p:nvGrpSpPr': 'p:cNvPr p:cNvGrpSpPr p:nvPr',
  'p:sp': 'p:nvSpPr p:spPr p:style p:txBody p:extLst',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:cNvSpPr': 'a:spLocks a:extLst',
  'p:nvPr': 'p:ph p:custDataLst p:extLst',
  'p:spPr': shapeLook,
  'p:txBody': body,
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic p:extLst',
  'p:nvGraphicFramePr': 'p:cNvPr p:cNvGraphicFramePr p:nvPr',
  'p:cNvGraphicFramePr': 'a:graphicFrameLocks a:extLst',
  'p:xfrm': 'a:off a:ext',
  'p:clrMapOvr': 'a:masterClrMapping|a:overrideClrMapping',
  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  'a:graphic': 'a:graphicData',
  'a:txBody': body,
  'a:p': 'a:pPr a:r|a:br|a:fld a:endParaRPr',
  'a:pPr': paragraphLook,
  'a:lvl1pPr': paragraphLook,
  'a:r': 'a:rPr a:t',
  'a:fld': 'a:rPr a:pPr a:t',
  'a:rPr': runLook,
  'a:defRPr': runLook,
  'a:endParaRPr': runLook,
  'a:ln': lineLook,
  'a:lnL': lineLook,
  'a:lnR': lineLook,
  'a:lnT': lineLook,
  'a:lnB': lineLook,
  'a:pattFill': 'a:fgClr a:bgClr',
  'a:bodyPr':
    'a:prstTxWarp a:noAutofit|a:normAutofit|a:spAutoFit a:scene3d a:sp3d|a:flatTx a:extLst',
  'a:tbl': 'a:tblPr a:tblGrid a:tr',
  'a:tblGrid': 'a:gridCol',
  'a:tr': 'a:tc a:extLst',
  'a:tc': 'a:txBody a:tcPr a:extLst',
  'a:tcPr': `a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D ${fill} a:headers a:extLst`,
  'a:custGeom': 'a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst',
  'a:theme': 'a:themeElements a:objectDefaults a:extraClrSchemeLst a:custClrLst a:extLst',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme a:extLst',
  'a:clrScheme':
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink a:extLst',
  'a:fontScheme': 'a:majorFont a:minorFont a:extLst',
  'a:majorFont': 'a:latin a:ea a:cs a:font a:extLst',
  'a:minorFont': 'a:latin a:ea a:cs a:font a:extLst',
  'a:fmtScheme': 'a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst',
  'c:chartSpace':
    'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst',
  'c:chart':
    'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst',
  'c:plotArea':
    'c:layout c:areaChart|c:barChart|c:lineChart|c:scatterChart c:valAx|c:catAx|c:dateAx c:dTable c:spPr c:extLst',
  'c:layout': 'c:manualLayout c:extLst',
  'c:manualLayout': 'c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h c:extLst',
  'c:barChart':
    'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId c:extLst',
  'c:lineChart':
    'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId c:extLst',
  'c:areaChart': 'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:axId c:extLst',
  'c:scatterChart': 'c:scatterStyle c:varyColors c:ser c:dLbls c:axId c:extLst',
  'c:barChart/c:ser': `${seriesStart} c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape c:extLst`,
  'c:lineChart/c:ser': `${seriesStart} c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth c:extLst`,
  'c:areaChart/c:ser': `${seriesStart} c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:extLst`,
  'c:scatterChart/c:ser': `${seriesStart} c:marker c:dPt c:dLbls c:trendline c:errBars c:xVal c:yVal c:smooth c:extLst`,
  'c:errBars': 'c:errDir c:errBarType c:errValType c:noEndCap c:plus c:minus c:val c:spPr c:extLst',
  'c:marker': 'c:symbol c:size c:spPr c:extLst',
  'c:dLbls': `c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos ${labelShow} c:showLeaderLines c:leaderLines c:extLst`,
  'c:dLbl': `c:idx c:delete c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos ${labelShow} c:extLst`,
  'c:rich': body,
  'c:txPr': body,
  'c:spPr': shapeLook,
  'c:tx': 'c:strRef|c:rich',
  'c:cat': 'c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit',
  'c:val': 'c:numRef|c:numLit',
  'c:xVal': 'c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit',
  'c:yVal': 'c:numRef|c:numLit',
  'c:numRef': 'c:f c:numCache c:extLst',
  'c:strRef': 'c:f c:strCache c:extLst',
  'c:numCache': 'c:formatCode c:ptCount c:pt c:extLst',
  'c:strCache': 'c:ptCount c:pt c:extLst',
  'c:pt': 'c:v',
  'c:scaling': 'c:logBase c:orientation c:max c:min c:extLst',
  'c:valAx': `${axisStart} c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst`,
  'c:catAx': `${axisStart} c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst`,
  'c:dateAx': `${axisStart} c:auto c:lblOffset c:baseTimeUnit c:majorUnit c:majorTimeUnit c:minorUnit c:minorTimeUnit c:extLst`,
  'c:externalData': 'c:autoUpdate',
};

/** Attributes without which PowerPoint repairs a file. */
export const requiredAttributes: Readonly<Record<string, readonly string[]>> = {
  'p:cNvPr': ['id', 'name'],
  'p:sldId': ['id', 'r:id'],
  'p:sldMasterId': ['r:id'],
  'p:sldLayoutId': ['r:id'],
  'p:notesMasterId': ['r:id'],
  'p:sldSz': ['cx', 'cy'],
  'p:notesSz': ['cx', 'cy'],
  'a:off': ['x', 'y'],
  'a:ext': ['cx', 'cy'],
  'a:gridCol': ['w'],
  'a:tr': ['h'],
  'a:graphicData': ['uri'],
  'a:prstGeom': ['prst'],
  'a:srgbClr': ['val'],
  'a:schemeClr': ['val'],
  'a:fld': ['id', 'type'],
  'c:chart/r': ['r:id'],
  'c:pt': ['idx'],
  'c:idx': ['val'],
  'c:order': ['val'],
  'c:axId': ['val'],
  'c:crossAx': ['val'],
  'c:ptCount': ['val'],
  'c:externalData': ['r:id'],
  'c:numFmt': ['formatCode'],
};

/** Elements that another element must contain at least once. */
export const requiredChildren: Readonly<Record<string, readonly string[]>> = {
  'p:cSld': ['p:spTree'],
  'p:spTree': ['p:nvGrpSpPr', 'p:grpSpPr'],
  'p:sp': ['p:nvSpPr', 'p:spPr'],
  'p:txBody': ['a:bodyPr', 'a:p'],
  'a:txBody': ['a:bodyPr', 'a:p'],
  'a:tbl': ['a:tblGrid'],
  'a:r': ['a:t'],
  'c:chart': ['c:plotArea'],
  'c:plotArea': ['c:layout'],
  'c:barChart': ['c:barDir', 'c:axId'],
  'c:lineChart': ['c:grouping', 'c:axId'],
  'c:scatterChart': ['c:scatterStyle', 'c:axId'],
  'c:valAx': ['c:axId', 'c:scaling', 'c:axPos', 'c:crossAx'],
  'c:catAx': ['c:axId', 'c:scaling', 'c:axPos', 'c:crossAx'],
  'c:dateAx': ['c:axId', 'c:scaling', 'c:axPos', 'c:crossAx'],
  'c:numRef': ['c:f'],
  'c:strRef': ['c:f'],
};
